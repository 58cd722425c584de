// Given names that are written in several ways: who writes Kathrine may mean Catherine. Source: the
// variants that dictionaries of first names list under one head word (Hanks, Hardcastle & Hodges,
// A Dictionary of First Names, 2006); forms of other languages (Thomas, Tomás) are other names.
#include <kith/domain/given_names.hpp>

namespace kith {

namespace {

constexpr std::string_view kSpellings[] = {
    "katherine catherine kathrine katharine kathryn cathryn catharine cathrine",
    "sara sarah",
    "john jon",
    "stephen steven stephan",
    "geoffrey jeffrey",
    "geoff jeff",
    "philip phillip",
    "ann anne",
    "hannah hanna",
    "eric erik erick",
    "marc mark",
    "lewis louis",
    "alan allan allen",
    "brian bryan",
    "sean shaun shawn",
    "isabel isobel isabelle",
    "elizabeth elisabeth",
    "theresa teresa",
    "nicholas nicolas",
    "christopher kristopher",
    "christine kristine",
    "christina kristina",
    "lindsay lindsey",
    "rachel rachael",
    "rebecca rebekah",
    "deborah debora debra",
    "mohammed muhammad mohamed mohammad muhammed mohamad",
    "ahmed ahmad",
    "hussein husain hussain hossein",
    "yusuf yousef youssef yousuf",
    "aisha ayesha aicha",
    "fatima fatimah fatma",
    "ibrahim ebrahim",
    "sophie sofie",
    "sophia sofia",
    "zoe zoey",
    "chloe khloe",
    "caitlin kaitlyn katelyn kaitlin",
    "leah lea",
    "frederick frederic fredrik fredrick",
    "carl karl",
    "oscar oskar",
    "victor viktor",
    "victoria viktoria",
    "jacob jakob",
    "lucas lukas",
    "matthew mathew",
    "matthias mathias",
    "gillian jillian",
    "sergei sergey sergej",
    "dmitri dmitry dimitri dmitrij",
    "alexei alexey aleksei aleksey",
    "natalia nataliya natalya",
    "ekaterina yekaterina",
    "evgeny yevgeny evgeni evgenii",
    "andrei andrey andrej",
    "yuri yuriy iouri",
    "stuart stewart",
    "graham graeme",
    "ian iain",
    "claire clare clair",
    "jane jayne",
    "vivian vivien",
    "laurence lawrence",
    "neil neal niall",
    "derek derrick",
    "tracy tracey",
    "stacy stacey",
    "hayley hailey haley",
    "megan meghan",
    "kelly kelley",
    "leslie lesley",
    "jeremy jeremie",
    "aaron aron",
    "bjorn bjoern",
    "soren soeren",
    "jurgen juergen",
    "guenter gunter gunther guenther",
};

// Names that many people bear in Europe, the Americas, Africa and Asia; of the statistical offices'
// lists of names those that lie a letter or two from another one.
constexpr std::string_view kCommon =
    "aaron abdul abel adam adrian agnes ahmed aida aisha alan albert alex alexa ali alice "
    "alicia alina alma alva amal amanda amara amelia amir amy ana anders andre andrea "
    "andreas andrew andy angela anita anja anna anne anton arthur asha astrid august "
    "aurora ava axel barbara beatriz ben bella benjamin bernard bianca birgit bjorn boris "
    "bram brian bruno carla carlo carlos carmen carol carolina caroline catherine cecilia "
    "celine chiara chloe chris christian christina claire clara claudia clemens colin "
    "dagmar dan dana daniel daniela dario david deborah denis derek diana diego dieter "
    "dina dmitri dora doris edgar edith eduardo elena eleanor elias elif elin elisa ella "
    "ellen elsa emil emilia emilio emily emma enzo eric erik erika ernst esther eva evan "
    "evelyn fabian farah fatima felix fiona flora florian francesca francesco frank fred "
    "frida fritz gabriel george georgia gerard gina giulia giulio gloria greta guido "
    "gustav hana hanna hannah hans harald hassan heidi heinz helen helena helga henrik "
    "henry hilda hugo ian ida igor ines inga ingrid irene irina isaac isabel ivan ivana "
    "jack jacob jakob james jan jana jane janet janine jason javier jean jens joan joana "
    "joanna johan johanna john jonas jonathan jorge jose josef julia julian julie julius "
    "jutta kamal karen karim karin karina karl karla kasper katja kelly kemal ken kerstin "
    "kevin kim klaus kristina kurt lana lara lars laura lea leah lena leila leo leon leona "
    "lia liam lina linda lisa liv liz lola lorena louis louise luca lucas lucia lucy luis "
    "luisa luka lukas luke lydia mads maja malik manuel mara marc marcel marcin marco "
    "marcus marek margot maria mariam mariana marie marina mario marion marius mark marko "
    "markus marlon marta martha martin martina mary mateo matteo maurice maya mehmet mia "
    "michael michel mila milan milena miles mina mira miriam mona monica nadia nadine "
    "nancy naomi natalie nathan neil nico nicola nicole nils nina noah noor nora norma ola "
    "olaf oleg olga oliver olivia omar oscar otto pablo pam paola pascal patrick paul "
    "paula pauline pavel pedro peter petra petter pia pierre piotr rachel rafael ralf "
    "ramon rania raul ray rebecca rene rita robert roberta roberto robin roland rolf roman "
    "ronald rosa rosie ruben rudolf ruth ryan sabine sally sam samir samira samuel sandra "
    "sara sarah sean sergio silvia simon simone sofia sofie sonia sonja stefan stella "
    "steven sue susan sven sylvia tamar tamara tania tanja tara tariq teresa theo thomas "
    "tim tina tobias tom tomas tony ulla ulrich ursula uwe valentina vera veronica victor "
    "viktor vincent viola walter wanda wendy werner yara yasmin yusuf yvonne zara zoe "
    "zofia";

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_common_name(std::string_view word) { return has_word(kCommon, word); }

std::vector<std::string> other_spellings(std::string_view word) {
  std::vector<std::string> found;
  for (std::string_view names : kSpellings) {
    if (!has_word(names, word)) {
      continue;
    }
    while (!names.empty()) {
      const std::size_t blank = names.find(' ');
      if (names.substr(0, blank) != word) {
        found.emplace_back(names.substr(0, blank));
      }
      names = blank == std::string_view::npos ? std::string_view{} : names.substr(blank + 1);
    }
  }
  return found;
}

}  // namespace kith
