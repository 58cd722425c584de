// Mails: heads as programs write them, mailboxes, conversations.
#include <fstream>
#include <sstream>

#include "exchange/mail_header.hpp"
#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/log_sink.hpp"
#include "support/temp_dir.hpp"
#include <kith/error.hpp>
#include <kith/exchange/mail.hpp>

namespace kith::exchange {
namespace {

using test::KeptLog;
using namespace std::chrono_literals;
using Strings = std::vector<std::string>;

const MailRules kMine{.me = {"Me@example.org"}};

KeptLog read(const std::string& text, const MailRules& rules = kMine) {
  std::istringstream in(text);
  KeptLog log;
  read_mbox(in, rules, log);
  return log;
}

/// A mail of a mailbox.
std::string mail(const std::string& from,
                 const std::string& to,
                 const std::string& date,
                 const std::string& more) {
  return "From x Tue Mar  3 09:30:00 2026\nFrom: " + from + "\nTo: " + to + "\nDate: " + date +
         "\n" + more + "\n\nbody\n\n";
}

TEST_CASE("mail: encoded words", "[mail]") {
  CHECK(decoded_header("=?utf-8?q?Zo=C3=AB?= Okoye") == "Zo\xC3\xAB Okoye");
  CHECK(decoded_header("=?UTF-8?B?Wm/Dqw==?=") == "Zo\xC3\xAB");
  CHECK(decoded_header("=?iso-8859-1?Q?Caf=E9_now?=") == "Caf\xC3\xA9 now");
  CHECK(decoded_header("=?utf-8?q?Zo=C3?=  =?utf-8?q?=AB?=") == "Zo\xC3\xAB");
  CHECK(decoded_header("=?utf-8*en?q?Ana?= =?utf-8?q?_Lim?=") == "Ana Lim");
  CHECK(decoded_header("=?shift_jis?B?ltiRug==?=") == "\xE6\x9C\xA8\xE6\x9D\x91");
  CHECK(decoded_header("a =?utf-8?q?b?= c") == "a b c");
  CHECK(decoded_header("=?nonsense?q?Caf=E9?=") == "Caf\xC3\xA9");
  CHECK(decoded_header("2 =? 3 ?= 4 =?utf-8?x?y?=") == "2 =? 3 ?= 4 =?utf-8?x?y?=");
  CHECK(decoded_header("Caf\xE9") == "Caf\xC3\xA9");
}

TEST_CASE("mail: addresses", "[mail]") {
  using List = std::vector<MailAddress>;
  CHECK(parse_addresses("Ana Lim <ana@example.org>") == List{{"Ana Lim", "ana@example.org"}});
  CHECK(parse_addresses("ana@example.org (Ana Lim)") == List{{"Ana Lim", "ana@example.org"}});
  CHECK(parse_addresses("\"Lim, \\\"A\\\"\" <a@b.c>, <d@e.f>") ==
        List{{"Lim, \"A\"", "a@b.c"}, {"", "d@e.f"}});
  CHECK(parse_addresses("Friends: a@b.c, Dee <d@e.f>; g@h.i") ==
        List{{"", "a@b.c"}, {"Dee", "d@e.f"}, {"", "g@h.i"}});
  CHECK(parse_addresses("=?utf-8?q?Lim=2C_Ana?= <a@b.c>") == List{{"Lim, Ana", "a@b.c"}});
  CHECK(parse_addresses("'Ana Lim' <a@b.c>") == List{{"Ana Lim", "a@b.c"}});
  CHECK(parse_addresses("a@b.c <A@B.C>") == List{{"", "A@B.C"}});
  CHECK(parse_addresses("undisclosed-recipients:;").empty());
  CHECK(parse_addresses("nobody, \"open, <x").empty());
}

TEST_CASE("mail: dates", "[mail]") {
  const auto at = [](const char* text) {
    const auto when = parse_mail_date(text);
    return when ? to_string(std::chrono::time_point_cast<Instant::duration>(*when)) : "none";
  };
  CHECK(at("Tue, 3 Mar 2026 09:30:00 +0100") == "2026-03-03T08:30:00Z");
  CHECK(at("3 Mar 2026 09:30 -0830 (PST)") == "2026-03-03T18:00:00Z");
  CHECK(at("Tue, 03-Mar-26 09:30:15 EST") == "2026-03-03T14:30:15Z");
  CHECK(at("Tue Mar  3 09:30:00 2026") == "2026-03-03T09:30:00Z");
  CHECK(at("Tue Mar  3 09:30:00 2026 +0200") == "2026-03-03T07:30:00Z");
  CHECK(at("Sat, 1 Jan 99 00:00:00 GMT") == "1999-01-01T00:00:00Z");
  CHECK(at("31 Feb 2026 00:00:00 GMT") == "none");
  CHECK(at("yesterday") == "none");
  CHECK(at("Tue, 3 Mar 2026 29:30:00 +0100") == "none");
  CHECK(at("") == "none");
}

TEST_CASE("mail: subjects without their marks", "[mail]") {
  CHECK(bare_subject("Re: AW: Fwd: Lunch") == "Lunch");
  CHECK(bare_subject("RE[2]: Lunch") == "Lunch");
  CHECK(bare_subject("Research: a start") == "Research: a start");
  CHECK(bare_subject("Re:") == "");
}

TEST_CASE("mail: the fixture, by conversation and day", "[mail]") {
  std::ifstream in(std::string(KITH_TEST_DATA) + "/mail/inbox.mbox");
  KeptLog log;
  read_mbox(in, {}, log);
  CHECK(log.happened() ==
        Strings{"2026-03-03 email: Caf\xC3\xA9 on Friday? | Zo\xC3\xAB Okoye, Ana Lim",
                "2026-03-06 email: Caf\xC3\xA9 on Friday? | Zo\xC3\xAB Okoye",
                "2026-03-07 email?: Are you there? | Ana Lim",
                "2026-03-08 email?: Win | stranger@example.org"});
  CHECK(log.log[0].people[0].email == "zoe@example.org");
  CHECK(log.log[0].line == 1);
  CHECK(log.log[0].key == log.log[1].key);
  CHECK(log.said() ==
        Strings{"0: taken for your own address: me@example.org (--me ADDRESS says otherwise)",
                "0: passed over, mails of lists, programs and newsletters, drafts and junk: 2"});
}

TEST_CASE("mail: a day is that of the clock on the wall", "[mail]") {
  const MailRules rules{.me = {"me@example.org"}, .wall_clock = [](std::chrono::sys_seconds at) {
                          const auto here = at + 9h;
                          const auto day = std::chrono::floor<std::chrono::days>(here);
                          return DayAndTime{Date{day}, 0min};
                        }};
  const auto log =
      read(mail("a@b.c", "me@example.org", "3 Mar 2026 20:00 +0000", "Subject: x"), rules);
  CHECK(log.happened() == Strings{"2026-03-04 email?: x | a@b.c"});
}

TEST_CASE("mail: an answer within thirty days counts, a later one does not", "[mail]") {
  const std::string first =
      mail("a@b.c", "me@example.org", "1 Jan 2026 10:00 +0000", "Subject: x\nMessage-ID: <1>");
  const auto with = [&](const char* date) {
    return read(
        first +
        mail("me@example.org", "a@b.c", date, "Subject: Re: x\nMessage-ID: <2>\nIn-Reply-To: <1>"));
  };
  CHECK(with("20 Jan 2026 10:00 +0000").happened() ==
        Strings{"2026-01-01 email: x | a@b.c", "2026-01-20 email: x | a@b.c"});
  CHECK(with("20 Feb 2026 10:00 +0000").happened() ==
        Strings{"2026-01-01 email?: x | a@b.c", "2026-02-20 email?: x | a@b.c"});
}

TEST_CASE("mail: conversations are found by any of their references", "[mail]") {
  const std::string to = "me@example.org";
  const auto log = read(
      mail("a@b.c", to, "1 Jan 2026 10:00 +0000", "Subject: x\nMessage-ID: <1>") +
      mail("d@e.f",
           to,
           "1 Jan 2026 12:00 +0000",
           "Subject: z\nMessage-ID: <3>\nReferences: <1>\n <2>") +
      mail("g@h.i", to, "1 Jan 2026 11:00 +0000", "Subject: y\nMessage-ID: <2>\nIn-Reply-To: <1>") +
      mail("j@k.l", to, "1 Jan 2026 11:00 +0000", "Subject: x\nMessage-ID: <4>"));
  CHECK(log.happened() ==
        Strings{"2026-01-01 email?: x | a@b.c, g@h.i, d@e.f", "2026-01-01 email?: x | j@k.l"});
}

TEST_CASE("mail: a mailbox with CRLF, without blank lines, with quotes of its own marks",
          "[mail]") {
  const auto log = read(
      "From a Tue Mar  3 09:30:00 2026\r\nFrom: a@b.c\r\nTo: me@example.org\r\nSubject: one\r\n\r\n"
      "From the hills\r\n\r\nFrom here: no head\r\n>From Tue Mar 3\r\n"
      "From d Tue Mar  3 10:30:00 2026\r\nFrom: d@e.f\r\nTo: me@example.org\r\nSubject: two\r\n");
  CHECK(log.happened() ==
        Strings{"2026-03-03 email?: one | a@b.c", "2026-03-03 email?: two | d@e.f"});
}

TEST_CASE("mail: a line between mails that is nearly right counts before a head", "[mail]") {
  const auto log = read(
      "From MAILER\nFrom: a@b.c\nTo: me@example.org\nDate: 3 Mar 2026 09:30 +0000\nSubject: one\n\n"
      "body\n\nFrom here on\nit is text\n\nFrom -\nFrom: d@e.f\nTo: me@example.org\n"
      "Date: 3 Mar 2026 09:30 +0000\nSubject: two\n");
  CHECK(log.log.size() == 2);
}

TEST_CASE("mail: what is no letter to you is passed over", "[mail]") {
  const std::string when = "3 Mar 2026 09:30 +0000";
  for (const char* mark : {"List-Unsubscribe: <x>",
                           "Precedence: bulk",
                           "Auto-Submitted: auto-replied",
                           "X-Mozilla-Draft-Info: x",
                           "X-Spam-Flag: YES",
                           "X-Gmail-Labels: Spam"}) {
    CAPTURE(mark);
    CHECK(read(mail("a@b.c", "me@example.org", when, mark)).log.empty());
  }
  CHECK(read(mail("a@b.c", "me@example.org", when, "Auto-Submitted: no")).log.size() == 1);
  CHECK(read(mail("no-reply@b.c", "me@example.org", when, "Subject: x")).log.empty());
  std::string crowd = "me@example.org";
  for (int i = 0; i < 30; ++i) {
    crowd += ",\n p" + std::to_string(i) + "@example.org";
  }
  CHECK(read(mail("a@b.c", crowd, when, "Subject: x")).said() ==
        Strings{"0: passed over, mails to more than 25 people: 1"});
  CHECK(read("From x\nFrom: a@b.c\nTo: me@example.org\n\n").said() ==
        Strings{"0: passed over, mails without a date that can be read: 1"});
}

TEST_CASE("mail: a body of 50 MB costs no memory and no sense", "[mail]") {
  std::string text = mail("a@b.c", "me@example.org", "3 Mar 2026 09:30 +0000", "Subject: one");
  text += std::string(50'000'000, 'x');
  text += "\n\n" + mail("d@e.f", "me@example.org", "3 Mar 2026 09:30 +0000", "Subject: two");
  CHECK(read(text).log.size() == 2);
}

TEST_CASE("mail: what is no mailbox is refused", "[mail]") {
  CHECK_THROWS_AS(read(""), DataError);
  CHECK_THROWS_AS(read("name,email\nAna,a@b.c\n"), DataError);
}

TEST_CASE("mail: a Maildir with its folders, but for what was thrown away", "[mail]") {
  const test::TempDir folder;
  const auto put = [&](const std::string& name, const std::string& id) {
    const auto file = folder.path() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "From: " + id +
                               "@b.c\nTo: me@example.org\nDate: 3 Mar 2026 09:30 "
                               "+0000\nMessage-ID: <" +
                               id + ">\nSubject: " + id + "\n\nbody\n";
  };
  put("cur/1:2,S", "one");
  put("new/2", "two");
  put("tmp/3", "three");
  put("cur/4:2,ST", "four");
  put(".Sent/cur/5:2,S", "five");
  put(".Trash/cur/6:2,S", "six");
  put("cur/7:2,S", "one");
  put("dovecot.index", "seven");
  KeptLog log;
  read_maildir(folder.path(), kMine, log);
  CHECK(log.happened() == Strings{"2026-03-03 email?: five | five@b.c",
                                  "2026-03-03 email?: one | one@b.c",
                                  "2026-03-03 email?: two | two@b.c"});
  const test::TempDir empty;
  CHECK_THROWS_AS(read_maildir(empty.path(), kMine, log), DataError);
}

}  // namespace
}  // namespace kith::exchange
