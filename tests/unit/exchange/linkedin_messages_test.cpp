// LinkedIn's messages, recommendations and invitations.
#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/temp_dir.hpp"

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::lines_of;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;
using Rules = Importer::LogRules;

const std::string kConnections =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Lim,https://www.linkedin.com/in/analim,,Acme,CTO,04 Mar 2023\n"
    "Ben,Ray,https://www.linkedin.com/in/benray,,Beta,,05 Mar 2023\n"
    "Cleo,Fay,,,Gamma,,06 Mar 2023\n";

const std::string kHead =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE "
    "URLS,DATE,SUBJECT,CONTENT,FOLDER\n";
const std::string kMe = "Zed Own,https://www.linkedin.com/in/zed";
const std::string kAna = "Ana Lim,https://www.linkedin.com/in/analim";
const std::string kBen = "\"Ray, Ben\",https://www.linkedin.com/in/BenRay/";

std::string row(const std::string& id,
                const std::string& from,
                const std::string& to,
                const std::string& date,
                const std::string& words,
                const std::string& subject = "") {
  return id + ",," + from + "," + to + "," + date + "," + subject + ",\"" + words + "\",INBOX\n";
}

/// "2023-05-14 Ana Lim: text"
Lines log_of(ImportHouse& house) {
  Lines lines;
  house.store.interactions().for_each_by_uid([&](const Interaction& one) {
    std::string line = to_string(one.date);
    for (const PersonRef& person : one.people) {
      line += " " + person.name;
    }
    lines.push_back(line + ": " + one.text + (one.unanswered ? " (unanswered)" : ""));
  });
  std::sort(lines.begin(), lines.end());
  return lines;
}

const std::string kMessages =
    kHead + row("c1", kAna, kMe, "2023-05-16 08:00:00 UTC", "See you there") +
    row("c1", kMe, kAna, "2023-05-14 09:31:00 UTC", "<p>Lunch &amp; a walk?</p>", "Lunch") +
    row("c1", kMe, kAna, "2023-05-14 09:32:00 UTC", "On Friday") +
    row("c2", kBen, kMe, "2023-06-01 10:00:00 UTC", "Buy my thing") +
    row("c3",
        "Some Stranger,https://www.linkedin.com/in/stranger",
        kMe,
        "2023-07-01 10:00:00 UTC",
        "Hi");

TEST_CASE("linkedin messages: a day of a conversation is an interaction with whom you know",
          "[linkedin][messages]") {
  ImportHouse house;
  house.linkedin(kConnections);
  const ImportReport report = house.linkedin(kMessages);
  CHECK(log_of(house) == Lines{"2023-05-14 Ana Lim: Lunch\nZed: Lunch & a walk?\nZed: On Friday",
                               "2023-05-16 Ana Lim: Ana: See you there",
                               "2023-06-01 Ben Ray: Ben: Buy my thing (unanswered)"});
  CHECK(report.records.at("interactions").imported == 3);
  CHECK(report.with_strangers == 1);
  CHECK(house.store.people().count() == 3);
}

TEST_CASE("linkedin messages: the same file again adds nothing, nor what was deleted",
          "[linkedin][messages]") {
  ImportHouse house;
  house.linkedin(kConnections);
  house.linkedin(kMessages);
  const std::string before = house.to_json();
  CHECK(house.linkedin(kMessages).records.at("interactions") == ImportCount{.unchanged = 3});
  CHECK(house.to_json() == before);
}

TEST_CASE("linkedin messages: with --new strangers come in, but not the owner of the archive",
          "[linkedin][messages]") {
  ImportHouse house;
  house.linkedin_file(kMessages, "messages.csv", Rules{.strangers = Importer::Strangers::add});
  CHECK(house.store.people().count() == 3);
  CHECK(house.store.names().with_name("Zed Own").empty());
  CHECK(house.only("Some Stranger").points(ContactKind::url).size() == 1);
}

TEST_CASE("linkedin messages: nothing before the day that is asked for", "[linkedin][messages]") {
  ImportHouse house;
  house.linkedin(kConnections);
  house.linkedin_file(kMessages, "messages.csv", Rules{.since = 2023y / 5 / 15});
  CHECK(log_of(house).size() == 2);
}

TEST_CASE("linkedin messages: a namesake with another profile is not whom you know",
          "[linkedin][messages]") {
  ImportHouse house;
  house.linkedin(kConnections);
  const ImportReport report = house.linkedin(
      kHead +
      row("c1",
          "Ana Lim,https://www.linkedin.com/in/another",
          kMe,
          "2023-05-14 09:00:00 UTC",
          "x") +
      row("c2", kBen, kMe, "2023-05-14 09:00:00 UTC", "y") +
      row("c3", "Cleo Fay,https://www.linkedin.com/in/cleo", kMe, "2023-05-14 09:00:00 UTC", "z"));
  CHECK(log_of(house).size() == 2);  // Cleo has no profile here: her name will do
  CHECK(report.with_strangers == 1);
}

TEST_CASE("linkedin messages: of one conversation of two, the owner cannot be told",
          "[linkedin][messages]") {
  ImportHouse house;
  house.linkedin(kConnections);
  const ImportReport report =
      house.linkedin(kHead + row("c1", kAna, kMe, "2023-05-14 09:00:00 UTC", "x"));
  CHECK(lines_of(report) == Lines{"0: warning: whose messages these are cannot be told: nobody "
                                  "alone is in all of them"});
  CHECK(log_of(house) == Lines{"2023-05-14 Ana Lim: Ana: x (unanswered)"});
}

TEST_CASE("linkedin messages: spam, drafts and messages without a day stay outside",
          "[linkedin][messages]") {
  ImportHouse house;
  house.linkedin(kConnections);
  std::string spam = row("c1", kAna, kMe, "2023-05-14 09:00:00 UTC", "x");
  spam.replace(spam.find("INBOX"), 5, "SPAM");
  const ImportReport report = house.linkedin(kHead + spam + row("c2", kBen, kMe, "some day", "y"));
  CHECK(log_of(house).empty());
  CHECK(lines_of(report) ==
        Lines{"3: warning: Ray, Ben: a message without a day, left out: some day"});
}

TEST_CASE("linkedin recommendations: the name of the file says who recommended whom",
          "[linkedin][messages]") {
  const std::string text =
      "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
      "Ana,Lim,Acme,CTO,\"A joy\nto work with\",\"05/14/23, 09:30 AM\",VISIBLE\n";
  ImportHouse house;
  house.linkedin(kConnections);
  house.linkedin_file(text, "Recommendations_Received.csv", {});
  CHECK(log_of(house) ==
        Lines{"2023-05-14 Ana Lim: recommended me on LinkedIn: A joy to work with"});
  ImportHouse other;
  other.linkedin(kConnections);
  other.linkedin_file(text, "Recommendations_Given.csv", {});
  CHECK(log_of(other) ==
        Lines{"2023-05-14 Ana Lim: I recommended them on LinkedIn: A joy to work with"});
}

TEST_CASE("linkedin invitations: those with words are told, the others counted",
          "[linkedin][messages]") {
  ImportHouse house;
  house.linkedin(kConnections);
  const ImportReport report = house.linkedin(
      "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
      "Ana Lim,Zed Own,\"5/4/23, 9:30 AM\",We met at the "
      "fair,INCOMING,https://www.linkedin.com/in/analim,https://www.linkedin.com/in/zed\n"
      "Zed Own,Ben Ray,\"5/5/23, 9:30 "
      "AM\",,OUTGOING,https://www.linkedin.com/in/zed,https://www.linkedin.com/in/benray\n");
  CHECK(log_of(house) == Lines{"2023-05-04 Ana Lim: invited me on LinkedIn: We met at the fair"});
  CHECK(lines_of(report) == Lines{"0: warning: 1 invitation without words left out"});
}

TEST_CASE("linkedin archive: of a folder, the files that are known, people first",
          "[linkedin][messages]") {
  const test::TempDir folder;
  for (const char* name : {"messages.csv", "Skills.csv", "Connections.csv", "Invitations.csv"}) {
    test::write_file(folder / name, "x");
  }
  Lines names;
  for (const auto& file : linkedin_files_in(folder.path())) {
    names.push_back(file.filename().string());
  }
  CHECK(names == Lines{"Connections.csv", "messages.csv", "Invitations.csv"});
}

}  // namespace
}  // namespace kith::exchange
