// Kinds by the words people use; places; tags; news that is kept as a fact.
#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace kith::test;

TEST_CASE("kinds come from the words people use", "[capture][kinds]") {
  check_lines(
      {
          {"coffee with Ana", "coffee"},
          {"flat white with Ana", "coffee"},
          {"a quick cappucino with Ana", "coffee"},
          {"tea with Ana", "coffee"},
          {"cuppa with Ana", "coffee"},
          {"breakfast with Ana", "breakfast"},
          {"brunch with Ana", "breakfast"},
          {"brekkie with Ana", "breakfast"},
          {"lunch with Ana", "lunch"},
          {"lunched with Ana", "lunch"},
          {"dinner with Ana", "dinner"},
          {"supper with Ana", "dinner"},
          {"Ana came for dinner", "dinner"},
          {"pizza with Ana", "dinner"},
          {"drinks with Ana", "drinks"},
          {"met Ana for a pint", "drinks"},
          {"pints with Ana", "drinks"},
          {"a nice aperitivo with Ana", "drinks"},
          {"gin and tonic with Ana", "drinks"},
          {"rang Ana", "call"},
          {"Ana rang", "call"},
          {"phone call with Ana", "call"},
          {"phoned Ana", "call"},
          {"an hour on the phone with Ana", "call"},
          {"gave Ana a ring", "call"},
          {"gave Ana a call", "call"},
          {"left Ana a voicemail", "call"},
          {"video call with Ana", "video"},
          {"vidoe call with Ana", "video"},
          {"zoom with Ana", "video"},
          {"zoomed with Ana", "video"},
          {"FaceTimed Ana", "video"},
          {"facetime w/ Ana", "video"},
          {"skyped with Ana", "video"},
          {"teams call with Ana", "video"},
          {"Ana texted", "message"},
          {"texted Ana", "message"},
          {"whatsapped Ana", "message"},
          {"WhatsApp with Ana", "message"},
          {"dm'd Ana", "message"},
          {"Ana DMed me", "message"},
          {"message from Ana", "message"},
          {"emailed Ana", "email"},
          {"email from Ana about the wedding", "email"},
          {"e-mailed Ana", "email"},
          {"meeting with Ana", "meeting"},
          {"1:1 with Ana", "meeting"},
          {"one on one with Ana", "meeting"},
          {"standup with Ana", "meeting"},
          {"interview with Ana", "meeting"},
          {"Ana, Bo - standup", "meeting"},
          {"walk with Ana", "walk"},
          {"went for a walk with Ana", "walk"},
          {"hike with Ana", "walk"},
          {"Ana and I walked the dogs", "walk"},
          {"visited Ana", "visit"},
          {"Ana dropped by", "visit"},
          {"stopped by Ana's", "visit"},
          {"Ana came over", "visit"},
          {"Tom came round", "visit"},
          {"Ana's birthday party", "party"},
          {"housewarming at Ana's", "party"},
          {"bbq at Ana's", "party"},
          {"leaving do for Ana", "party"},
          {"Ana's wedding", "event"},
          {"concert with Ana", "event"},
          {"art fair with Ana", "event"},
          {"Bo's band played, great gig", "event"},
          {"theatre with Ana", "event"},
          {"funeral, Ana came with me", "event"},
          {"conference with Ana", "event"},
          {"gave Ana a plant", "gift"},
          {"gave Ana a present", "gift"},
          {"Ana gave me a scarf", "gift"},
          {"gift from Ana", "gift"},
          {"postcard from Ana!", "letter"},
          {"letter from Ana", "letter"},
          {"birthday card from Ana", "letter"},
          {"introduced Ana to Bo", "intro"},
          {"hung out w Ana", "other"},
          {"bumped into Ana", "other"},
          {"saw Ana", "other"},
          {"met Ana", "other"},
      },
      kind);
}

TEST_CASE("a word that only looks like a kind is none", "[capture][kinds]") {
  check_lines(
      {
          {"gave Ana a ride to the clinic", "other"},
          {"gave Ana a lift", "other"},
          {"gave Ana a big hug", "other"},
          {"gave Ana some good advice", "other"},
          {"met a guy called Ana", "other"},
          {"book launch with Ana", "event"},
          {"massage with Ana", "other"},
          {"talked to Ana about lunch", "other"},
          {"saw Ana, she wants to call her mother", "other"},
          {"Ana told me over coffee that she quit", "coffee"},
          {"Ana said grace before dinner", "dinner"},
          {"Ana told me about the party", "other"},
          {"lunch with Ana, she emailed Bo", "lunch"},
          {"coffee with Ana before the concert", "coffee"},
          {"dinner with Ana, drinks after", "dinner"},
          {"a super nice lunch with Ana", "lunch"},
          {"coffee with Ana, call her on friday", "coffee"},
          {"called to congratulate Ana on the wedding", "call"},
          {"texted Ana happy birthday", "message"},
          {"birthday drinks with Ana", "drinks"},
      },
      kind);
}

TEST_CASE("places come after at, in and @", "[capture][places]") {
  check_lines(
      {
          {"lunch at Tampopo with Ana", "Tampopo"},
          {"lunch with Ana at Tampopo", "Tampopo"},
          {"coffee at blue bottle with ana", "blue bottle"},
          {"lunch with Ana at Cafe Rosa", "Cafe Rosa"},
          {"lunch at Café de Jaren with Ana", "Café de Jaren"},
          {"dinner with Ana at Caru cu Bere", "Caru cu Bere"},
          {"dinner with Ana at Trader Joe's", "Trader Joe's"},
          {"pint with Ana at the Fox", "Fox"},
          {"pint with Ana at The Alibi", "The Alibi"},
          {"breakfast @Sunny Side w/ Ana", "Sunny Side"},
          {"drinks @ The Alibi with Ana", "The Alibi"},
          {"visited Ana in Cork", "Cork"},
          {"walk in Regent's Park with Ana", "Regent's Park"},
          {"coffee with Ana in New York", "New York"},
          {"VISITED ANA IN PÉCS", "PÉCS"},
          {"chess with Bo at the park", "the park"},
          {"met Ana at the library", "the library"},
          {"board games at Sam's place with Ana", "Sam's place"},
          {"hung out with Rosa at Rosa's", "Rosa's"},
          {"dinner with Ana at home", "home"},
      },
      place);
}

TEST_CASE("what is no place is not taken for one", "[capture][places]") {
  check_lines(
      {
          {"coffee with Ana at 3pm", ""},
          {"coffee with Ana at noon", ""},
          {"coffee with Ana in June", ""},
          {"met Ana in person", ""},
          {"saw Ana in tears", ""},
          {"at last: lunch with Ana", ""},
          {"at Bo's wedding I met Ana", ""},
          {"dinner with Ana, she lives in Paris", ""},
          {"lunch with Ana, she works at Siemens", ""},
          {"talked with Ana about the party at Nopi", ""},
          {"lunch with tom@example.com", ""},
          {"dm from @omar_f", ""},
          {"coffee with Ana, meet her at Nopi on friday", ""},
          {"Ana's at Siemens now. Lunch with her", ""},
      },
      place);
}

TEST_CASE("tags stand anywhere", "[capture][tags]") {
  check_lines(
      {
          {"#work call Ana", "work"},
          {"call Ana #work", "work"},
          {"#Work call Ana #long_one", "Work long_one"},
          {"coffee with Ana, nice #design talk", "design"},
          {"coffee with Ana #1 choice", ""},
          {"coffee with Ana C# code", ""},
          {"#über-fun lunch with Ana", "über-fun"},
      },
      tags);
}

TEST_CASE("plain news is a fact of its kind", "[capture][facts]") {
  check_lines(
      {
          {"lunch with Ana, she wants to open a bakery", "hope: she wants to open a bakery"},
          {"lunch with Ana, she hopes to move to Porto", "hope: she hopes to move to Porto"},
          {"lunch with Ana, she got promoted", "success: she got promoted"},
          {"Ana emailed me: she got the job!!", "success: she got the job"},
          {"lunch with Ana, she's pregnant", "family: she's pregnant"},
          {"lunch with Ana, her daughter starts school", "family: her daughter starts school"},
          {"lunch with Ana, she quit", "work: she quit"},
          {"lunch with Ana, she started at Siemens", "work: she started at Siemens"},
          {"lunch with Ana, she is allergic to nuts", "health: she is allergic to nuts"},
          {"lunch with Ana, she had surgery", "health: she had surgery"},
          {"lunch with Ana, she loves orchids", "like: she loves orchids"},
          {"lunch with Ana, risotto", ""},
          {"lunch with Ana, great weather", ""},
          {"lunch with Ana", ""},
      },
      fact);
}
