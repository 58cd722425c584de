// The day, the time and how long.
#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace kith::test;

TEST_CASE("the day stands in front, in the middle or at the end", "[capture][days]") {
  check_lines(
      {
          {"coffee with Ana", "2026-11-22"},
          {"coffee with Ana today", "2026-11-22"},
          {"today: coffee with Ana", "2026-11-22"},
          {"coffee with Ana yesterday", "2026-11-21"},
          {"yesterday coffee with Ana", "2026-11-21"},
          {"coffee yesterday with Ana", "2026-11-21"},
          {"yest lunch w Ana", "2026-11-21"},
          {"The day before yesterday I met Ana", "2026-11-20"},
          {"last night drinks with Ana", "2026-11-21"},
          {"lunch with Ana on friday", "2026-11-20"},
          {"lunch on friday with Ana", "2026-11-20"},
          {"friday lunch with Ana", "2026-11-20"},
          {"fri lunch with Ana", "2026-11-20"},
          {"last friday drinks with Ana", "2026-11-20"},
          {"lunch with Ana this morning", "2026-11-22"},
          {"dinner w Ana 2 weeks ago", "2026-11-08"},
          {"two days ago: dinner with Ana", "2026-11-20"},
          {"a month ago I helped Ana move", "2026-10-22"},
          {"tues 10 nov - meeting with Ana", "2026-11-10"},
          {"Oct 17, 2026 - visited Ana", "2026-10-17"},
          {"17 oct 2026 visited Ana", "2026-10-17"},
          {"on the 10th I met Ana", "2026-11-10"},
          {"visited Ana in Cork on the 10th", "2026-11-10"},
          {"On the 3rd of November I had lunch with Ana", "2026-11-03"},
          {"2026-11-01 lunch with Ana", "2026-11-01"},
          {"lunch with Ana 2026-11-01", "2026-11-01"},
          {"nov 3 lunch ana", "2026-11-03"},
          {"3 may lunch with Ana", "2026-05-03"},
          {"on 3 may lunch with Ana", "2026-05-03"},
          {"sunday 3 may lunch with Ana", "2026-05-03"},
          {"lunch 3 march with Ana", "2026-03-03"},
          {"3 may come, lunch with Ana", "2026-11-22"},
          {"3 nov: lunch with Ana", "2026-11-03"},
          {"3.11.2026 lunch with Ana", "2026-11-03"},
          {"coffee w/ Ana (tuesday)", "2026-11-17"},
          {"forgot to log - tues dinner w Ana", "2026-11-17"},
          {"quick one from thursday: call with Ana", "2026-11-19"},
          {"last week's lunch with Ana", "2026-11-15"},
      },
      day);
}

TEST_CASE("a day without a year is one if it has one reading", "[capture][days]") {
  check_lines(
      {
          {"22/10 dinner with Ana", "2026-10-22"},
          {"dinner with Ana 22/10", "2026-10-22"},
          {"Lost my notebook: 22/10 dinner with Ana", "2026-10-22"},
          {"10/24 - hike with Ana", "2026-10-24"},
          {"11/11 lunch with Ana", "2026-11-11"},
          {"24.10. lunch with Ana", "2026-10-24"},
          {"10/11 lunch with Ana", "2026-11-22"},
          {"3/4 of a pizza with Ana", "2026-11-22"},
          {"open 24/7, coffee with Ana", "2026-11-22"},
          {"lost 6-4 6-3, tennis with Ana", "2026-11-22"},
          {"13/14 on the quiz with Ana", "2026-11-22"},
      },
      day);
}

TEST_CASE("a weekday cut short stands alone", "[capture][days]") {
  check_lines(
      {
          {"lunch, mon, Ana", "2026-11-16"},
          {"Ana, lunch, mon", "2026-11-16"},
          {"lunch wed w/ Ana", "2026-11-18"},
          {"pints mon: ana me", "2026-11-16"},
          {"lunch sat with Ana", "2026-11-21"},
          {"mon lunch with Ana", "2026-11-16"},
          {"Mon: lunch with Ana", "2026-11-16"},
          {"wedding, sat with Ana", "2026-11-22"},
          {"sat with Ana at the wedding", "2026-11-22"},
          {"lay in the sun with Ana", "2026-11-22"},
          {"boxing day walk with Ana", "2025-12-26"},
          {"christmas eve drinks with Ana", "2025-12-24"},
      },
      day);
}

TEST_CASE("a day that is said of something else is not the day it happened", "[capture][days]") {
  check_lines(
      {
          {"drinks with Ana tonight, she quit on wednesday", "2026-11-22"},
          {"dinner with Ana, she'll be in Nairobi until february", "2026-11-22"},
          {"texted Ana, her exam is next week", "2026-11-22"},
          {"MARCH 3 IS HER BIG DAY. CALLED ANA", "2026-11-22"},
          {"march 3 is her big day. called Ana", "2026-11-22"},
          {"phoned Ana re: tests, results are in on monday", "2026-11-22"},
          {"call with Ana about the loan: grace period ends nov 15", "2026-11-22"},
          {"have faith: Ana will pass on the 24th. Lunch with her", "2026-11-22"},
          {"Ana got robbed on friday. On the phone with her", "2026-11-22"},
          {"Ana got robbed on friday. On the phone with her yesterday", "2026-11-21"},
          {"texted Ana about saturday", "2026-11-22"},
          {"call with Ana re friday", "2026-11-22"},
          {"lunch with Ana before monday's deadline", "2026-11-22"},
          {"coffee with Ana, send her the deck by friday", "2026-11-22"},
          {"she asked me to review it by friday, coffee with Ana", "2026-11-22"},
          {"lunch with Ana, her wedding is in june", "2026-11-22"},
          {"Ana's going to send me the slides by 1 dec, call w/ her today", "2026-11-22"},
          {"Ana's going to send me the slides by 1 dec, call w/ her yesterday", "2026-11-21"},
          {"will call Ana back on thursday, she rang while I was out", "2026-11-22"},
          {"lunch with Ana, she moves on 3 dec", "2026-11-22"},
          {"lunch with Ana yesterday, she moves on friday", "2026-11-21"},
      },
      day);
}

TEST_CASE("what is planned is logged on its day", "[capture][days]") {
  check_lines(
      {
          {"lunch with Ana tomorrow", "2026-11-23"},
          {"lunch with Ana at 12:30 tomorrow", "2026-11-23"},
          {"dinner with Ana in 3 days", "2026-11-25"},
      },
      day);
}

TEST_CASE("a slip in a word of time is understood", "[capture][days]") {
  check_lines(
      {
          {"coffee with Ana yesteday", "2026-11-21"},
          {"coffee with Ana on thrusday", "2026-11-19"},
          {"coffee with Ana on wendesday", "2026-11-18"},
          {"lst friday drinks with Ana", "2026-11-20"},
          {"lunch with Ana on novmber 3", "2026-11-03"},
      },
      day);
}

TEST_CASE("times of day and durations", "[capture][days]") {
  check_lines(
      {
          {"coffee with Ana at 3pm", "15:00"},
          {"coffee with Ana at 15:30", "15:30"},
          {"3pm coffee with Ana", "15:00"},
          {"lunch with Ana at noon", "12:00"},
          {"coffee with Ana, 1h 20", "80 min"},
          {"coffee with Ana for an hour", "60 min"},
          {"coffee with Ana (45 min)", "45 min"},
          {"45m call with Ana", "45 min"},
          {"30min call with Ana", "30 min"},
          {"1.5h lunch with Ana", "90 min"},
          {"half an hour on the phone with Ana", "30 min"},
          {"coffee at 3pm with Ana, 1h 20", "15:00 80 min"},
          {"zoom 9:15 with Ana for 30 minutes", "09:15 30 min"},
          {"yesterday at 7:30 pm dinner with Ana", "19:30"},
          {"2h hike with Ana", "120 min"},
          {"coffee with Ana", ""},
          {"ran 10k with Ana", ""},
          {"1:1 with Ana", ""},
          {"met 3 people with Ana", ""},
      },
      time);
}
