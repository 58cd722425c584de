// Words by what they do in a sentence.
#include "capture/vocabulary.hpp"

#include <array>
#include <cstdint>

#include "capture/word_hash.hpp"

namespace kith::capture {

namespace {

struct ClassWords {
  WordClass what = WordClass::none;
  std::string_view words{};  // separated by blanks
};

constexpr std::array kClasses{
    ClassWords{
        WordClass::function,
        "a an the and or but so if then than as of to in on at by for from with without into "
        "onto over under up down out off about after before until till since while during "
        "is are was were be been being am do does did done have has had having i me my mine "
        "we us our ours you your he she they it him her hers his them their theirs its this "
        "that these those there here who whom whose which what when where why how not no nor "
        "yes all any both each few more most other some such only own same too very just "
        "again also still already back never ever always really quite bit lot lots one two "
        "three new old good bad nice great long short first last next big little w re via per "
        "cant wont dont didnt doesnt isnt wasnt couldnt wouldnt shouldnt im ive ill id hes shes "
        "someone somebody everyone everybody anyone nobody nothing something anything "
        "today yesterday tomorrow tonight morning afternoon evening night noon midnight week "
        "weeks day days month months year years hour hours min mins minute minutes "
        "could would should shall must might need"},
    ClassWords{WordClass::with, "with w alongside plus"},
    ClassWords{
        WordClass::third_person,
        "he she they it his her hers their theirs its him them there who which whose hes shes "
        "theyre its whats"},
    ClassWords{WordClass::first_person, "i we me us my our im ive id"},
    ClassWords{
        WordClass::about,
        "about re regarding concerning mentioned mentioning discussed discussing hiring of "
        "gossiped gossiping remembering missing named called-out by like besides without "
        "wish wished recommended recommends suggested instead than despite except excluding minus"},
    ClassWords{
        WordClass::subordinate,
        "that because cos cuz since while who whose which how why whether if unless where what "
        "although though as whom saying said says thinks thought reckons hopes knows knew told "
        "heard apparently until till"},
    ClassWords{
        WordClass::encounter,
        "called call calling phoned phone phoning rang ring ringing emailed email emailing "
        "e-mailed texted text texting messaged message messaging visited visit visiting saw see "
        "seeing met meet meeting gave invited hosted interviewed interviewing facetimed "
        "facetime zoomed zoom skyped skype dmed dm pinged whatsapped whatsapp wrote thanked "
        "congratulated hugged joined helped treated caught bumped ran took drove walked "
        "mailed posted sent handed bought brought babysat spoke talked chatted video-called "
        "greeted welcomed hung ft facetiming zooming told asked showed lent introduced"},
    ClassWords{
        WordClass::reached,
        "called calls phoned phones rang rings emailed emails texted texts messaged messages "
        "wrote writes visited visits came comes dropped drops popped pops stopped stops turned "
        "joined joins invited invites hosted hosts pinged pings dmed facetimed zoomed skyped "
        "whatsapped sent sends brought brings gave took treated cooked met replied replies "
        "answered stayed stays showed drove cancelled got"},
    ClassWords{
        WordClass::action,
        "send ping call ring phone text email e-mail mail write message dm whatsapp follow book "
        "drop try ask tell give bring buy get return introduce share schedule reach catch look "
        "order pay thank meet see chase invite check visit check-in nudge remind forward post "
        "arrange organise organize plan confirm reply respond answer help pick lend find fix "
        "cook bake show update circle touch catchup set let wish congratulate review finish "
        "prepare prep read sign take talk speak connect intro organise dig make hand deliver "
        "pop swing go come collect lunch coffee dinner grab have do cancel renew transfer "
        "report submit draft sort print scan upload donate fetch feed water mow go"},
    ClassWords{
        WordClass::verb,
        "is are was were has have had got gets get will would can could wants want wanted needs "
        "need needed said says thinks thought loves love hates likes like liked paid pays looks "
        "looked looking seems seemed told tells knows knew started starts quit left leaves moved "
        "moves moving married works worked working plans planned hopes hoped bought sold lost "
        "won passed failed finished ate drank drove lives lived studies studied sends went goes "
        "going became becomes turned turns feels felt made makes just also recommended "
        "suggested mentioned asked promised owes owed is isnt wasnt doesnt didnt broke cant "
        "might may should must used couldnt wont runs ran still never finally"},
    ClassWords{
        WordClass::name_too,
        "will mark may june april august dawn rose grace hope faith joy art bill jack pat rob sue "
        "drew chase grant summer autumn ray jean dean miles wade guy rich penny ginger iris lily "
        "violet ivy basil sage pearl ruby amber crystal star sky sunny frank "
        "ernest earnest jay robin jasmine olive daisy holly don gene peg tad "
        "wren jade christian angel mercy patience charity prudence melody harmony destiny "
        "trinity heaven paris london sydney florence georgia virginia carolina chelsea austin "
        "dallas brooklyn savannah hunter mason cooper parker carter archer fisher "
        "gardner baker cook king prince duke earl judge major young long short white black brown "
        "green gray grey wood woods bean moss stone field fields hill hills lake rivers brook ford "
        "bell ball bird fox wolf lamb hart day week winter winters snow frost storm gale rain "
        "bishop pope priest abbot church temple park parks lane street bridge banks marsh moor "
        "bush reed flower flowers berry cherry apple bloom branch root sharp smart strong wise "
        "swift bright noble good best love case cash coin price sterling silver gold rush power "
        "powers page paige read write reader speaker walker runner rider singer potter porter "
        "miller weaver cutter carver mayer ward wells spring springs marina ocean sea harbor "
        "liberty justice honor royal pie candy honey cookie lark raven jet ace buddy junior "
        "max min ash elm rowan hazel heather clover fern sandy rusty dusty stormy misty merry "
        "gay happy bliss pace rich bud cliff glen heath dale forest river rock sunday monday "
        "friday wednesday thursday tuesday saturday ale kit mina dory kike bede an so do le ha "
        "van see you he ma pa in on an la lo ho sun moon young song long wing fan hall son art"},
    ClassWords{
        WordClass::calendar,
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday "
        "friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun"},
    ClassWords{
        WordClass::title,
        "dr doctor mr mrs ms miss prof professor sir dame lady lord aunt auntie uncle cousin "
        "great-uncle father sister brother fr rev reverend rabbi imam captain capt coach chef "
        "great grand judge señor señora herr frau monsieur madame"},
    ClassWords{
        WordClass::relation,
        "husband wife partner boyfriend girlfriend fiance fiancee son daughter kid kids child "
        "children brother sister mother father mum mom dad parents cousin cousins aunt uncle "
        "nephew niece friend friends mate mates colleague colleagues coworker coworkers boss "
        "manager team folks family neighbour neighbours neighbor neighbors client clients "
        "roommate flatmate roommates flatmates guys gang crew group people everyone others "
        "flatmates classmates classmate teammates teammate baby twins girls boys lads ladies "
        "couple guests students staff committee board investors investor recruiter landlord "
        "doctor dentist dog dogs cat in-laws inlaws grandparents grandma grandpa girl boy man "
        "woman lot work office assistant secretary lawyer agent tenant nanny carer pa ex stepmum "
        "stepdad stepson stepdaughter godson goddaughter grandson granddaughter sibling bf gf "
        "hubby missus bandmate housemate housemates coworker"},
    ClassWords{WordClass::article, "a an the"},
    ClassWords{WordClass::possessive, "his her their my our its your"},
    ClassWords{WordClass::place_word,
               "park pub cafe café bar restaurant office station beach airport library gym museum "
               "cinema theatre theater church school university uni zoo harbour harbor market mall "
               "hospital garden gardens hotel pool lake river bakery brewery club canteen"},
    ClassWords{WordClass::no_place,
               "least last first all once night noon midnight home-time the-moment most best worst "
               "times length person general short particular touch total case fact time love bed "
               "tears hurry meantime morning afternoon evening the-end future detail depth which "
               "that this order need charge front return and or with"},
    ClassWords{
        WordClass::particle,
        "van von der den de di da do dos das del della la le el al bin bint ibn ben ter ten zu "
        "af av mac mc y e i st san"},
    ClassWords{WordClass::after_is,
               "going getting moving leaving coming having doing starting working looking thinking "
               "planning expecting trying feeling selling buying taking making seeing dating "
               "quitting retiring sending bringing giving writing learning living staying turning "
               "running flying becoming hoping waiting got been gonna not still just already back "
               "in at on off out away here there very so too really quite now also always never "
               "a an the pregnant engaged ill sick better fine ok okay well happy sad busy tired "
               "doubtful done gone finally about to as worried excited stuck allergic into"},
    ClassWords{WordClass::presence,
               "joined came hosted cooked tagged attended drove dialled dialed"},
    ClassWords{WordClass::open_end,
               "be stay wait work keep watch hold help look feed live travel rest have do run take "
               "go remain borrow use sleep mind water"},
    ClassWords{WordClass::gives,
               "send call ring phone text email e-mail mail write message dm ping reply respond "
               "answer confirm get let give return bring share forward introduce post deliver "
               "update pay tell lend show hand drop connect intro transfer find fix check order "
               "invite reach follow come review finish prepare sign report submit arrange book "
               "organise organize sort"},
    ClassWords{WordClass::stage,
               "band choir orchestra quartet trio exhibition exhibit opening launch talk reading "
               "performance concert show play recital gig premiere film lecture speech game match "
               "race housewarming leaving farewell graduation wedding party birthday funeral"},
    ClassWords{WordClass::not_a_gift,
               "ride lift hand hug tour kiss advice feedback update talk speech massage haircut "
               "break pep demo presentation lesson lessons chance go shot try tip tips look heads "
               "reference referral handshake wave piggyback shoulder push start warning"},
    ClassWords{WordClass::ahead,
               "is are isnt arent will wont going gonna should must has needs need ends end starts "
               "start begins begin opens open closes expires due moves leaves arrives returns "
               "flies turns runs gets comes goes am theyre hes shes its wants plans hopes "
               "planning hoping expecting expected supposed can may might cannot cant would"},
    ClassWords{
        WordClass::not_a_name,
        "milk sugar lemon ice soup cake pie bread cheese chocolate fruit food wine music "
        "rain snow sunshine love joy laughter care pleasure fun luck hope pride regret "
        "gusto honey mint cream chips fries salad pizza pasta sushi dessert pudding "
        "karaoke bingo golf tennis yoga work school home london paris church legal finance "
        "marketing sales support engineering design product hr accounting management "
        "leadership procurement recruiting facilities security press reception catering "
        "breakfast lunch dinner live outdoor family colleague neighbor neighbour "
        "difficulty interest enthusiasm confidence champagne prosecco biscuit cookie "
        "jetlag covid flu fever online outside outdoors inside indoors downtown uptown nearby "
        "upstairs downstairs halfway midway abroad overseas twice thrice briefly properly finally "
        "strangers reception customs support housing council "
        "lol haha hahaha hehe omg wow yay ugh tho pls plz etc afterwards afterward beforehand "
        "anyway again later earlier early late alone together solo remote irl asap instead "
        "sometime either xx xxx xo postwork sans chez aka fellow random total complete "
        "amazing potential prospective lovely customer tech mortgage estate extra fresh"},
    ClassWords{WordClass::determiner,
               "a an the some my his her their our big quick long short little few good nice lot "
               "of warm much another lovely"},
    ClassWords{WordClass::home,
               "place house flat apartment office garden studio cottage cabin farm gallery shop "
               "restaurant cafe bar home allotment workshop boat houseboat villa room"},
    ClassWords{WordClass::date_stop,
               "until till before by since after from for next-to of through thru around due"},
};

/// A word of the lists above and all that it does.
struct Entry {
  unsigned classes = 0;     ///< none: an empty place
  std::uint16_t begin = 0;  ///< in the words of its list
  std::uint8_t list = 0;
  std::uint8_t length = 0;

  constexpr std::string_view word() const { return kClasses[list].words.substr(begin, length); }
};

/// By their hash, made by the compiler: to make it when the first sentence is read took a tenth of
/// logging it. Places rather than pointers, which would have to be relocated at each start.
constexpr std::size_t kPlaces = 4096;
using Table = std::array<Entry, kPlaces>;

constexpr std::size_t place_of(const Table& table, std::string_view word) {
  std::size_t place = word_hash(word) % kPlaces;
  while (table[place].classes != 0 && table[place].word() != word) {
    place = (place + 1) % kPlaces;
  }
  return place;
}

constexpr Table kTable = [] {
  Table table{};
  for (std::size_t list = 0; list < kClasses.size(); ++list) {
    for_each_part(kClasses[list].words, ' ', [&](std::size_t begin, std::string_view word) {
      Entry& entry = table[place_of(table, word)];
      if (entry.classes == 0) {
        entry.begin = static_cast<std::uint16_t>(begin);
        entry.list = static_cast<std::uint8_t>(list);
        entry.length = static_cast<std::uint8_t>(word.size());
      }
      entry.classes |= static_cast<unsigned>(kClasses[list].what);
    });
  }
  return table;
}();

unsigned classes_of(std::string_view word) { return kTable[place_of(kTable, word)].classes; }

}  // namespace

bool is(std::string_view word, WordClass what) {
  return (classes_of(word) & static_cast<unsigned>(what)) != 0;
}

bool is_known_word(std::string_view word) { return classes_of(word) != 0; }

bool is_only(std::string_view word, WordClass what) {
  return classes_of(word) == static_cast<unsigned>(what);
}

}  // namespace kith::capture
