// Words that are names too: will, mark, may, june, grace, hope, sunday.
#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace kith::test;

TEST_CASE("a word is a name where only a name can stand", "[capture][word_names]") {
  check_lines(
      {
          {"Will called", "Will Castor"},
          {"will called", "Will Castor"},
          {"called Will", "Will Castor"},
          {"texted will about saturday", "Will Castor"},
          {"will and I had a pint", "Will Castor"},
          {"coffee with will", "Will Castor"},
          {"coffee with Will at Verve", "Will Castor"},
          {"lunch with Ana and Will", "Ana Lim, Will Castor"},
          {"Mark said hi. Coffee with him", "Mark Obi"},
          {"mark and grace came over", "Mark Obi, Grace Park"},
          {"Mark, Will and Grace came for dinner", "Mark Obi, Will Castor, Grace Park"},
          {"Grace and Hope's wedding", "Grace Park, Hope Mensah"},
          {"coffee with June at Verve", "June Whitacre"},
          {"lunch with june", "June Whitacre"},
          {"June and me at the pool", "June Whitacre"},
          {"gave june her present", "June Whitacre"},
          {"June 2nd: June and me, coffee", "June Whitacre"},
          {"June rang", "June Whitacre"},
          {"lunch with Sunday", "Sunday Adeyemi"},
          {"Sunday called on sunday", "Sunday Adeyemi"},
          {"Sunday lunch with Sunday", "Sunday Adeyemi"},
          {"lunch with Sunday Adeyemi", "Sunday Adeyemi"},
          {"hope is well? no: saw Hope", "Hope Mensah"},
          {"wrote to Hope, hope she's well", "Hope Mensah"},
          {"text from mark: running late", "Mark Obi"},
          {"met Rosa", "Rosa Diaz"},
          {"drinks with Grace, Ana, Hope", "Grace Park, Ana Lim, Hope Mensah"},
          {"coffee with Jan in Jan", "Jan van der Berg"},
      },
      who);
}

TEST_CASE("a word is a word where no name can stand", "[capture][word_names]") {
  check_lines(
      {
          {"call with Ana, will try again tomorrow", "Ana Lim"},
          {"coffee with Ana in June", "Ana Lim"},
          {"coffee with Ana in june", "Ana Lim"},
          {"lunch with Ana on sunday", "Ana Lim"},
          {"lunch with Ana on Sunday", "Ana Lim"},
          {"Sunday lunch with Ana", "Ana Lim"},
          {"sunday: lunch with Ana", "Ana Lim"},
          {"last Sunday lunch with Ana", "Ana Lim"},
          {"june 3: lunch with Ana", "Ana Lim"},
          {"June 3 lunch with Ana", "Ana Lim"},
          {"lunch with Ana, hope she gets well", "Ana Lim"},
          {"I hope to see Ana", "/ Ana Lim"},
          {"mark my words: Ana will win. Lunch with her", "Ana Lim"},
          {"Ana hit the mark at lunch", "Ana Lim"},
          {"lunch with Ana, said grace first", "Ana Lim"},
          {"by the grace of God, lunch with Ana", "Ana Lim"},
          {"Ana may come along. Called her", "Ana Lim"},
          {"a bean stew with Ana", "Ana Lim"},
          {"park walk with Ana", "Ana Lim"},
          {"walk in the park with Ana", "Ana Lim"},
          {"lunch with Ana in Jan", "Ana Lim"},
          {"will meet Ana again. Coffee with her", "Ana Lim"},
          {"where there's a will there's a way, lunch with Ana", "Ana Lim"},
      },
      who);
}
