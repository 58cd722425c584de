// Who was there together, and who was only spoken of.
#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace kith::test;

TEST_CASE("people who took part stand in lists of every form", "[capture][company]") {
  check_lines(
      {
          {"dinner with Ana, Bo and Chen", "Ana Lim, Bo Ek, Chen Wu"},
          {"dinner with Ana, Bo, and Chen", "Ana Lim, Bo Ek, Chen Wu"},
          {"dinner with Ana and Bo and Chen", "Ana Lim, Bo Ek, Chen Wu"},
          {"dinner w/ Ana & Bo & Chen", "Ana Lim, Bo Ek, Chen Wu"},
          {"dinner w Ana + Bo", "Ana Lim, Bo Ek"},
          {"zoom w/ Ana/Bo/Chen re the plan", "Ana Lim, Bo Ek, Chen Wu"},
          {"Dinner: Ana, Bo, Chen.", "Ana Lim, Bo Ek, Chen Wu"},
          {"Drinks with the gang: Ana, Bo, Sam", "Ana Lim, Bo Ek, Sam Okafor"},
          {"pints mon: chen bo me", "Chen Wu, Bo Ek"},
          {"Ana, Bo, Chen - standup", "Ana Lim, Bo Ek, Chen Wu"},
          {"me and Ana got lunch", "Ana Lim"},
          {"Ana and I walked the dogs", "Ana Lim"},
          {"Ana, Bo and I had brunch", "Ana Lim, Bo Ek"},
          {"Ana and me at the pool", "Ana Lim"},
          {"lunch, Ana + Bo, thai place", "Ana Lim, Bo Ek"},
          {"yesterday: coffee, Ana", "Ana Lim"},
          {"10 nov lunch Ana", "Ana Lim"},
          {"Nov 10th – Lunch – Ana – Thai place", "Ana Lim"},
          {"quick call - Omar - 10m - re lease", "Omar al-Fayed"},
          {"soren, lunch, mon, herring", ""},
          {"two days ago: dinner, Omar, Leila", "Omar al-Fayed, Leila Haddad"},
          {"lunch with Ana alongside Bo", "Ana Lim, Bo Ek"},
      },
      who);
}

TEST_CASE("who is called, met, visited, or calls, took part", "[capture][company]") {
  check_lines(
      {
          {"called Ana", "Ana Lim"},
          {"called up Ana", "Ana Lim"},
          {"rang leila", "Leila Haddad"},
          {"Ana rang", "Ana Lim"},
          {"texted leila happy birthday", "Leila Haddad"},
          {"Katherine DMed me", "Katherine Doyle"},
          {"wrote to Ana", "Ana Lim"},
          {"got a letter from Fatima", "Fatima Zahra"},
          {"message from Chen about the keys", "Chen Wu"},
          {"a text from chen", "Chen Wu"},
          {"heard from Priya", "Priya Raman"},
          {"bumped into rosa diaz outside the station", "Rosa Diaz"},
          {"ran into Chen this morning", "Chen Wu"},
          {"met Ana for a pint", "Ana Lim"},
          {"drove to Leeds to see Leila", "Leila Haddad"},
          {"Leila drove up to see us", "Leila Haddad"},
          {"visited Ana", "Ana Lim"},
          {"Tom came round for tea", "Thomas Achebe"},
          {"helped Sam move", "Sam Okafor"},
          {"hung out w Ana", "Ana Lim"},
          {"sat next to Priya at the gala", "Priya Raman"},
          {"played chess with Bo", "Bo Ek"},
          {"saw Grace", "Grace Park"},
          {"gave Leila flowers", "Leila Haddad"},
          {"Sam gave me a lift", "Sam Okafor"},
          {"had Ana round for tea", "Ana Lim"},
          {"We had Ana and Bo over for dinner", "Ana Lim, Bo Ek"},
          {"took Ana to the theatre", "Ana Lim"},
          {"introduced Chen to Priya", "Chen Wu, Priya Raman"},
          {"Emeka phoned", "new Emeka"},
          {"told Ana the news", "Ana Lim"},
          {"congratulated Sam on his promotion", "Sam Okafor"},
          {"bday drinks for Ana", "Ana Lim"},
      },
      who);
}

TEST_CASE("who came along is named in a clause of their own", "[capture][company]") {
  check_lines(
      {
          {"the funeral was on the 18th, Ana came with me", "Ana Lim"},
          {"wednesday walk with Bo, Ana joined us later", "Bo Ek, Ana Lim"},
          {"dinner with Bo, Ana joined", "Bo Ek, Ana Lim"},
          {"dinner with Bo, Ana and Chen came too", "Bo Ek, Ana Lim, Chen Wu"},
          {"watched the match with Bo, Chen and Sam were there too", "Bo Ek, Chen Wu, Sam Okafor"},
          {"dinner with Bo, Ana hosted", "Bo Ek, Ana Lim"},
          {"dinner with Bo, Ana joined Google", "Bo Ek / Ana Lim"},
          {"dinner with Bo, Ana came back from Peru", "Bo Ek / Ana Lim"},
          {"dinner with Bo, Ana came up in conversation", "Bo Ek / Ana Lim"},
          {"coffee with Ana and Bo came by later", "Ana Lim, Bo Ek"},
      },
      who);
}

TEST_CASE("a pronoun stands for the one person named before it", "[capture][company]") {
  check_lines(
      {
          {"Ana got robbed on friday, poor thing. On the phone with her today", "Ana Lim"},
          {"Ana's exam is on friday. Lunch with her", "Ana Lim"},
          {"will call Ana back on thursday, she rang while I was out", "Ana Lim"},
          {"Chen's dad is ill. Called him", "Chen Wu"},
          {"Rosa says hi, she rang on tuesday", "Rosa Diaz"},
          {"Ana and Bo are moving. Coffee with her", "/ Ana Lim, Bo Ek"},
          {"Ana is ill. Talked to her mother", "/ Ana Lim"},
          {"Leila to call me back thursday; left her a message", "Leila Haddad"},
      },
      who);
}

TEST_CASE("whoever is only spoken of is mentioned", "[capture][company]") {
  check_lines(
      {
          {"coffee with Ana, talked about Bo", "Ana Lim / Bo Ek"},
          {"emailed Ana about hiring Bo", "Ana Lim / Bo Ek"},
          {"lunch with Ana, she knows Bo from uni", "Ana Lim / Bo Ek"},
          {"told Ana about Bo's new job", "Ana Lim / Bo Ek"},
          {"Ana told me that Bo is ill", "Ana Lim / Bo Ek"},
          {"lunch with Ana, Bo got married", "Ana Lim / Bo Ek"},
          {"met Bo's sister and Ana", "Ana Lim / Bo Ek"},
          {"coffee with Ana but without Bo", "Ana Lim / Bo Ek"},
          {"coffee with Ana, Bo couldn't make it", "Ana Lim / Bo Ek"},
          {"Lunch with Ana, who just got back from Lima with Bo", "Ana Lim / Bo Ek"},
          {"call with Ana re Bo", "Ana Lim / Bo Ek"},
          {"dinner with everyone except Bo: Ana, Chen", "Ana Lim, Chen Wu / Bo Ek"},
          {"met Ana through Bo", "Ana Lim / Bo Ek"},
          {"lunch with Ana, thanks to Bo", "Ana Lim / Bo Ek"},
          {"coffee with Ana's friend Lucia Vega", "new Lucia Vega / Ana Lim"},
          {"I hope to see Ana soon. Talked to Bo", "Bo Ek / Ana Lim"},
          {"lunch with Bo, need to call Ana by friday", "Bo Ek / Ana Lim"},
          {"lunch with Bo, he said that Ana moved", "Bo Ek / Ana Lim"},
          {"gossiped about Ana with Bo", "Bo Ek / Ana Lim"},
          {"Ana asked about Bo", "Ana Lim / Bo Ek"},
          {"lunch with Ana because Bo cancelled", "Ana Lim / Bo Ek"},
          {"phoned bo about ana's surprise party on dec 12", "Bo Ek / Ana Lim"},
          {"lunch w/ Ana re: Bo's leaving do next thursday", "Ana Lim / Bo Ek"},
      },
      who);
}

TEST_CASE("whoever was introduced was there", "[capture][company]") {
  check_lines(
      {
          {"Bo introduced me to Thandiwe Mokoena", "Bo Ek, new Thandiwe Mokoena"},
          {"Bo introduced me to Ana", "Bo Ek, Ana Lim"},
          {"had lunch with Ana, she introduced me to her cousin Tiago Reis",
           "Ana Lim, new Tiago Reis"},
          {"introduced Ana to Bo", "Ana Lim, Bo Ek"},
      },
      who);
}

TEST_CASE("a person is named once", "[capture][company]") {
  check_lines(
      {
          {"lunch with Ana, Ana Lim paid", "Ana Lim"},
          {"lunch with Ana Lim, Ana paid", "Ana Lim"},
          {"coffee with Ana, then drinks with Ana", "Ana Lim"},
          {"coffee with Bo. Talked about Bo", "Bo Ek"},
      },
      who);
}

TEST_CASE("somebody new is offered where somebody took part", "[capture][new]") {
  check_lines(
      {
          {"lunch with Marek Nowak", "new Marek Nowak"},
          {"lunch with Marek", "new Marek"},
          {"lunch with marek on friday", "new marek"},
          {"lunch with marek", "new marek"},
          {"Marek Nowak rang", "new Marek Nowak"},
          {"met Marek Nowak for coffee", "new Marek Nowak"},
          {"party, met his cousin Adjoa Lamptey", "new Adjoa Lamptey"},
          {"coffee with Aoife Ní Bhriain", "new Aoife Ní Bhriain"},
          {"coffee with Daniel K. Reyes", "new Daniel K. Reyes"},
          {"coffee with Ludwig van Beek", "new Ludwig van Beek"},
          {"lunch with Ana Petrova", "new Ana Petrova"},
          {"drinks with ana, marco and chen", "Ana Lim, new marco, Chen Wu"},
          {"at Bo's wedding I met Tiago Reis", "Bo Ek, new Tiago Reis"},
          {"met a guy called Tiago Reis", "new Tiago Reis"},
          {"email from Marek Nowak", "new Marek Nowak"},
          {"lunch with Tiago (Ana's brother)", "new Tiago / Ana Lim"},
          {"wine with Ana & her sister Noor", "Ana Lim, new Noor"},
      },
      who);
}

TEST_CASE("nobody is invented", "[capture][new]") {
  check_lines(
      {
          {"coffee with the new neighbours", ""},
          {"Great evening with Ana and her husband", "Ana Lim"},
          {"lunch with Ana, she met Marek in Paris", "Ana Lim"},
          {"call with HR", ""},
          {"call with IT about the laptop", ""},
          {"LUNCH WITH THE WHOLE DEPARTMENT. TOO LOUD", ""},
          {"Dinner with the Okafors", ""},
          {"Called mum and dad", ""},
          {"drinks with my team", ""},
          {"sent Bo a postcard from Lisbon", "Bo Ek"},
          {"lunch with colleagues", ""},
          {"coffee with cake", ""},
          {"coffee with milk and sugar", ""},
          {"dinner with friends from London", ""},
          {"dinner with wine", ""},
          {"stopped by with soup", ""},
          {"Great day. Long walk alone", ""},
          {"lunch at Marek's", ""},
          {"watched Titanic with Ana", "Ana Lim"},
      },
      who);
}

TEST_CASE("who stayed away, or is not met yet, is only spoken of", "[capture][company]") {
  check_lines(
      {
          {"lunch with Chen, couldn't reach Bo", "Chen Wu / Bo Ek"},
          {"Didn't see Bo at the party but talked to Chen", "Chen Wu / Bo Ek"},
          {"Bo cancelled, so coffee with Chen alone", "Chen Wu / Bo Ek"},
          {"Bo didn't show up", "/ Bo Ek"},
          {"Bo stood me up", "/ Bo Ek"},
          {"wish Bo had come to dinner with Chen", "Chen Wu / Bo Ek"},
          {"coffee with Chen before meeting Bo tomorrow", "Chen Wu / Bo Ek"},
          {"coffee with Chen, must call Bo", "Chen Wu / Bo Ek"},
          {"call with Chen, wants to meet Bo", "Chen Wu / Bo Ek"},
          {"gave Chen the book Bo lent me", "Chen Wu / Bo Ek"},
          {"Bo's assistant emailed about the meeting", "/ Bo Ek"},
          {"Chen forwarded me Bo's email", "Chen Wu / Bo Ek"},
          {"Bo's birthday is on dec 3, must buy a present", "/ Bo Ek"},
          {"Haddad exhibition with Chen", "Chen Wu"},
          {"No Bo today, just coffee with Chen", "Chen Wu / Bo Ek"},
          {"Chen & I went to see Dune at the Odeon", "Chen Wu"},
          {"Chen texted to say Bo is ill", "Chen Wu / Bo Ek"},
          {"everyone but Bo came to dinner: Chen, Sam", "Chen Wu, Sam Okafor / Bo Ek"},
      },
      who);
}

TEST_CASE("somebody's home is a place, and theirs alone if nobody else is named",
          "[capture][company]") {
  check_lines({{"dinner at Bo's with Chen", "Chen Wu"},
               {"Chen and Sam both at Bo's on friday, drinks", "Chen Wu, Sam Okafor"},
               {"dinner at Bo's", "Bo Ek"}},
              who);
  check_lines({{"dinner at Bo's with Chen", "Bo's"},
               {"walk with Chen in lisbon", "lisbon"},
               {"walk with Chen in new york", "new york"},
               {"walk with Chen in richmond park", "richmond park"},
               {"walk with Chen in silence", ""}},
              place);
}

TEST_CASE("somebody new may be written in small letters, or have words for a name",
          "[capture][company]") {
  check_lines(
      {
          {"met ruslan petrenko at the bus stop", "new ruslan petrenko"},
          {"bumped into greta holm at aldi", "new greta holm"},
          {"bumped into bo holm at aldi", "new bo holm"},
          {"lunch with bo stone", "new bo stone"},
          {"tea with Nobody Known", "new Nobody Known"},
          {"walk with Someone New", "new Someone New"},
          {"lunch with Jerry and Marek", "new Jerry, new Marek"},
          {"lunch with bo downtown", "Bo Ek"},
          {"lunch with bo again", "Bo Ek"},
          {"lunch with bo lol", "Bo Ek"},
          {"walk with The Neighbours", ""},
          {"met online", ""},
          {"Finally met Bo's boyfriend Luca, nice guy", "new Luca / Bo Ek"},
          {"lunch w/ someone from Acme called Petra Voss", "new Petra Voss"},
          {"lunch with Thomas Achebe-Jones", "new Thomas Achebe-Jones"},
          {"lunch with Bo and his new boyfriend mike", "Bo Ek, new mike"},
          {"Bo intro'd me to his boss Katja Brandt", "Bo Ek, new Katja Brandt"},
      },
      who);
}

TEST_CASE("those whose family name comes first are called by their last name",
          "[capture][company]") {
  const KnownPeople minhs{"Nguyễn Văn Minh", "Minh Anh Lê"};
  CHECK(read("Minh texted", minhs).people.front().candidates.size() == 2);
  CHECK(read("Minh Anh texted", minhs).people.front().candidates.size() == 1);
}
