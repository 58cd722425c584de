// What is to do: for whom, by when, and who owes it.
#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace kith::test;

TEST_CASE("something to do needs a verb and a day ahead", "[capture][promises]") {
  check_lines(
      {
          {"lunch with Ana, send her the deck by friday",
           "me 2026-11-27 send her the deck (Ana Lim)"},
          {"lunch with Ana and send her the deck by friday",
           "me 2026-11-27 send her the deck (Ana Lim)"},
          {"lunch with Ana, she got the job and I promised her the deck by friday",
           "me 2026-11-27 the deck (Ana Lim)"},
          {"lunch with Ana, she got the job and I owe her a beer by friday",
           "me 2026-11-27 a beer (Ana Lim)"},
          {"lunch with Ana. Send her the deck by friday",
           "me 2026-11-27 Send her the deck (Ana Lim)"},
          {"lunch with Ana; call her back tomorrow", "me 2026-11-23 call her back (Ana Lim)"},
          {"lunch with Ana, ping her in 3 weeks", "me 2026-12-13 ping her (Ana Lim)"},
          {"lunch with Ana - follow up in a month", "me 2026-12-22 follow up (Ana Lim)"},
          {"lunch with Ana, remind me to send photos on friday",
           "me 2026-11-27 send photos (Ana Lim)"},
          {"lunch with Ana, I'll send her the deck by friday",
           "me 2026-11-27 send her the deck (Ana Lim)"},
          {"lunch with Ana, I should send her the deck by friday",
           "me 2026-11-27 send her the deck (Ana Lim)"},
          {"lunch with Ana, need to book flights by dec 2", "me 2026-12-02 book flights (Ana Lim)"},
          {"lunch with Ana, must buy her a present by 1 dec",
           "me 2026-12-01 buy her a present (Ana Lim)"},
          {"lunch with Ana, promised to call on friday", "me 2026-11-27 call (Ana Lim)"},
          {"lunch with Ana, todo: send the deck by friday",
           "me 2026-11-27 send the deck (Ana Lim)"},
          {"lunch with Ana, reply by tomorrow", "me 2026-11-23 reply (Ana Lim)"},
          {"lunch with Ana, ask about the flat in 2 weeks",
           "me 2026-12-06 ask about the flat (Ana Lim)"},
          {"will call Ana back on thursday, she rang", "me 2026-11-26 call Ana back (Ana Lim)"},
          {"remind me to call Ana on friday. coffee with her", "me 2026-11-27 call Ana (Ana Lim)"},
          {"told Ana I'd send the deck by friday", "me 2026-11-27 send the deck (Ana Lim)"},
          {"lunch with Ana, I owe her the photos by friday", "me 2026-11-27 the photos (Ana Lim)"},
          {"lunch with Ana, she asked me to review her cv by friday",
           "me 2026-11-27 review her cv (Ana Lim)"},
          {"Ana wants me to call her on monday", "me 2026-11-23 call her (Ana Lim)"},
      },
      to_do);
}

TEST_CASE("it belongs to the one it names", "[capture][promises]") {
  check_lines(
      {
          {"lunch with Ana, send Bo the deck by friday", "me 2026-11-27 send Bo the deck (Bo Ek)"},
          {"lunch with Ana and Bo, call Bo tomorrow", "me 2026-11-23 call Bo (Bo Ek)"},
          {"lunch with Ana, remember to congratulate Bo on friday",
           "me 2026-11-27 congratulate Bo (Bo Ek)"},
      },
      to_do);
}

TEST_CASE("there may be several", "[capture][promises]") {
  check_lines(
      {
          {"meeting with Ana, need to (1) book flights by wednesday (2) send her the plan by dec 2",
           "me 2026-11-25 book flights (Ana Lim); me 2026-12-02 send her the plan (Ana Lim)"},
          {"call with Ana. send her my notes tomorrow, the glossary by 1 dec",
           "me 2026-11-23 send her my notes (Ana Lim); me 2026-12-01 send the glossary (Ana Lim)"},
          {"call with Ana. She'll get back to me by friday. I should send her the draft by thursday",
           "them 2026-11-27 get back to me (Ana Lim); me 2026-11-26 send her the draft (Ana Lim)"},
          {"lunch with Ana, call her tomorrow, then send the deck by friday",
           "me 2026-11-23 call her (Ana Lim); me 2026-11-27 send the deck (Ana Lim)"},
      },
      to_do);
}

TEST_CASE("what they promised is owed to me", "[capture][promises]") {
  check_lines(
      {
          {"lunch with Ana, she'll send me the draft by friday",
           "them 2026-11-27 send me the draft (Ana Lim)"},
          {"lunch with Ana, she will send the draft by friday",
           "them 2026-11-27 send the draft (Ana Lim)"},
          {"lunch with Ana, she promised to send the draft by friday",
           "them 2026-11-27 send the draft (Ana Lim)"},
          {"lunch with Ana, she's going to send me the draft by friday",
           "them 2026-11-27 send me the draft (Ana Lim)"},
          {"lunch with Ana. Ana will send me the draft by friday",
           "them 2026-11-27 send me the draft (Ana Lim)"},
          {"lunch with Ana and Bo, Bo will send me the draft by friday",
           "them 2026-11-27 send me the draft (Bo Ek)"},
          {"zoom with Ana; Bo to send numbers by friday", "them 2026-11-27 send numbers (Bo Ek)"},
          {"zoom w. Ana; she sends the draft by friday",
           "them 2026-11-27 send the draft (Ana Lim)"},
          {"call with Ana, he sends his regards", ""},
          {"call with Ana, she owes me the estimate by friday",
           "them 2026-11-27 give me the estimate (Ana Lim)"},
          {"emailed Ana. Ana owes me comments by friday",
           "them 2026-11-27 give me comments (Ana Lim)"},
          {"call with Ana, she will give me the answer until friday",
           "them 2026-11-27 give me the answer (Ana Lim)"},
          {"call with Bo, he'll pay his half by friday", "them 2026-11-27 pay his half (Bo Ek)"},
          {"Mark said he'd lend me his drill by friday. beers w/ him",
           "them 2026-11-27 lend me his drill (Mark Obi)"},
          {"call with Bo, he has to give me the forms by friday",
           "them 2026-11-27 give me the forms (Bo Ek)"},
          {"Leila to call me back thursday; left her a message",
           "them 2026-11-26 call me back (Leila Haddad)"},
      },
      to_do);
}

TEST_CASE("what is no promise is none", "[capture][promises]") {
  check_lines(
      {
          {"lunch with Ana", ""},
          {"lunch with Ana, send her the deck", ""},
          {"lunch with Ana, she'll be in Nairobi until february", ""},
          {"lunch with Ana, she will stay until friday", ""},
          {"lunch with Ana, she moves on friday", ""},
          {"lunch with Ana, she will meet Bo on friday", ""},
          {"lunch with Ana, she'll call her mother on friday", ""},
          {"call with Ana, she was meant to send the forms by last friday", ""},
          {"call with Ana, I promised to send it last friday", ""},
          {"lunch with Ana, no need to call her tomorrow", ""},
          {"call Ana", ""},
          {"lunch with Ana, her exam is on friday", ""},
          {"Ana's going to Porto on friday. Lunch with her", ""},
          {"lunch with Ana yesterday", ""},
      },
      to_do);
}
