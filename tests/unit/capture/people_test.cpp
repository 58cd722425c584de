// By which words people are known.
#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace kith::test;

TEST_CASE("a full name, a given name, a nickname and a surname name one person",
          "[capture][people]") {
  check_lines(
      {
          {"lunch with Ana Lim", "Ana Lim"},
          {"lunch with Ana", "Ana Lim"},
          {"lunch with ana", "Ana Lim"},
          {"lunch with ANA", "Ana Lim"},
          {"lunch with Annie", "Ana Lim"},
          {"lunch with annie lim", "Ana Lim"},
          {"lunch with Lim", "Ana Lim"},
          {"facetime grandma", "Edith Halloran"},
          {"called Grandma", "Edith Halloran"},
          {"coffee with Spencer", "Spencer Bean"},
          {"coffee with Spencer Bean", "Spencer Bean"},
          {"coffee with spencer bean", "Spencer Bean"},
          {"coffee with Bean", "Spencer Bean"},
          {"Rang Edith", "Edith Halloran"},
          {"rang edith halloran about the garden", "Edith Halloran"},
      },
      who);
}

TEST_CASE("short forms and other spellings of given names are known", "[capture][people]") {
  check_lines(
      {
          {"Tom emailed the minutes", "Thomas Achebe"},
          {"rang tom about the roof", "Thomas Achebe"},
          {"tea with Tommy", "Thomas Achebe"},
          {"Kate called", "Katherine Doyle"},
          {"lunch with Katie", "Katherine Doyle"},
          {"lunch with Kathy Doyle", "Katherine Doyle"},
          {"lunch with Catherine", "Katherine Doyle"},
          {"lunch w/ Kathrine", "Katherine Doyle"},
          {"lunch w/ Katharine Doyle", "Katherine Doyle"},
          {"drinks with Rose", "new Rose"},
      },
      who);
}

TEST_CASE("a slip of the pen is forgiven, another name is not", "[capture][people]") {
  check_lines(
      {
          {"coffee with Spencr", "Spencer Bean"},
          {"coffee with Spenser", "Spencer Bean"},
          {"met up with Leilla", "Leila Haddad"},
          {"lunch with Fatma", "Fatima Zahra"},
          {"lunch with Fatina", "Fatima Zahra"},
          {"coffee with Katherin", "new Katherin"},
          {"coffee with Thoams", "Thomas Achebe"},
          {"called Haddadd", "Leila Haddad"},
          {"coffee with Anita", "new Anita"},
          {"coffee with Rosalind", "new Rosalind"},
          {"coffee with Chenoa", "new Chenoa"},
          {"coffee with Tomoko", "new Tomoko"},
          {"coffee with Marko", "new Marko"},
          {"coffee with Marek", "new Marek"},
          {"coffee with Jana", "new Jana"},
          {"coffee with Omer", "new Omer"},
          {"coffee with Priyanka", "new Priyanka"},
      },
      who);
}

TEST_CASE("titles belong to names and are none alone", "[capture][people]") {
  check_lines(
      {
          {"Dr. Raman rang", "Priya Raman"},
          {"Dr Raman rang", "Priya Raman"},
          {"saw Dr. Haddad about my knee", "Leila Haddad"},
          {"tea with Mrs Doyle", "Katherine Doyle"},
          {"tea with Mrs. Doyle", "Katherine Doyle"},
          {"aunt Rosa phoned", "Rosa Diaz"},
          {"Aunt Rosa phoned", "Rosa Diaz"},
          {"Uncle Bo visited", "Bo Ek"},
          {"lunch with Professor Achebe", "Thomas Achebe"},
          {"lunch with Mr Castor", "Will Castor"},
          {"coffee with my aunt", ""},
          {"saw the doctor about my knee", ""},
      },
      who);
}

TEST_CASE("particles, apostrophes and hyphens are part of a name", "[capture][people]") {
  check_lines(
      {
          {"coffee with Jan van der Berg", "Jan van der Berg"},
          {"coffee with jan van der berg", "Jan van der Berg"},
          {"coffee with van der Berg", "Jan van der Berg"},
          {"coffee with Jan vd Berg", "Jan van der Berg"},
          {"lunch with Maeve O'Brien", "Maeve O'Brien"},
          {"lunch with Maeve O’Brien", "Maeve O'Brien"},
          {"obrien texted", "Maeve O'Brien"},
          {"O'Brien texted", "Maeve O'Brien"},
          {"Skyped with Omar al-Fayed", "Omar al-Fayed"},
          {"Skyped with omar al fayed", "Omar al-Fayed"},
          {"walk with Jean-Baptiste", "Jean-Baptiste de Clercq"},
          {"walk with jean-baptiste de clercq", "Jean-Baptiste de Clercq"},
          {"walk with Jean-Baptiste Clercq", "Jean-Baptiste de Clercq"},
      },
      who);
}

TEST_CASE("accents and scripts do not matter", "[capture][people]") {
  check_lines(
      {
          {"Muller called", "Dieter Müller"},
          {"Mueller called", "Dieter Müller"},
          {"Müller called", "Dieter Müller"},
          {"MÜLLER called", "Dieter Müller"},
          {"beers with Bjorn", "Björn Svensson"},
          {"beers with Björn", "Björn Svensson"},
          {"beers with björn svensson", "Björn Svensson"},
          {"tea with Renee", "Renée Dubois"},
          {"tea with Renée Dubois", "Renée Dubois"},
          {"coffee with 王伟", "王伟"},
          {"王伟 called", "王伟"},
          {"lunch with Дмитрий", "Дмитрий Соколов"},
          {"lunch with дмитрий соколов", "Дмитрий Соколов"},
      },
      who);
}

TEST_CASE("initials say which of several", "[capture][people]") {
  check_lines(
      {
          {"zoom with Anders F", "Anders Falk"},
          {"zoom with Anders F.", "Anders Falk"},
          {"zoom with Anders N", "Anders Nygaard"},
          {"lunch with T. Achebe yesterday", "Thomas Achebe"},
          {"lunch with T Achebe yesterday", "Thomas Achebe"},
          {"called R. Diaz", "Rosa Diaz"},
          {"call w Tom A", "Thomas Achebe"},
      },
      who);
}

TEST_CASE("an address or a handle names whose it is", "[capture][people]") {
  check_lines(
      {
          {"emailed leila@haddad.example about the lease", "Leila Haddad"},
          {"email to Leila@Haddad.example", "Leila Haddad"},
          {"dm from @omar_f", "Omar al-Fayed"},
          {"coffee with @omar_f at the pier", "Omar al-Fayed"},
          {"read https://example.org/ana-lim", ""},
          {"call about tickets, order no. 4711", ""},
      },
      who);
}

TEST_CASE("a possessive is no person who was there, but what somebody does is",
          "[capture][people]") {
  check_lines(
      {
          {"met Bo's sister", "/ Bo Ek"},
          {"lunch with Ana's husband Diego", "new Diego / Ana Lim"},
          {"coffee with a friend of Ana's", "/ Ana Lim"},
          {"ana's mum called", "/ Ana Lim"},
          {"visit from Omar's parents", "/ Omar al-Fayed"},
          {"Bo's birthday party", "Bo Ek"},
          {"Rosa's wedding in Porto", "Rosa Diaz"},
          {"went to Grace's recital", "Grace Park"},
          {"Bo's band played at the Fox", "Bo Ek"},
          {"stopped by Ana's with soup", "Ana Lim"},
          {"popped round to Rosa's", "Rosa Diaz"},
          {"dropped by Sam's on friday", "Sam Okafor"},
          {"Ana's moving to Porto. Lunch with her", "Ana Lim"},
          {"Bo's in town, beers with him", "Bo Ek"},
          {"Priya's got a new job! called her", "Priya Raman"},
          {"James' party with Ana", "Ana Lim"},
      },
      who);
}

TEST_CASE("a name that fits several people stays open", "[capture][people]") {
  check_lines(
      {
          {"zoom with Anders", "unclear Anders"},
          {"zoom with anders and Ana", "unclear anders, Ana Lim"},
          {"Anders called", "unclear Anders"},
          {"coffee with Ana, talked about Anders", "Ana Lim / unclear Anders"},
          {"zoom with Anders Falk", "Anders Falk"},
          {"zoom with Anders Falk, Anders was late", "Anders Falk"},
      },
      who);
}
