// Phrases: how people say what kind of interaction it was, that nobody answered, that they promise
// something, and what makes a remark a fact.
#include <array>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <vector>

#include "capture/vocabulary.hpp"
#include "capture/word_hash.hpp"

namespace kith::capture {

namespace {

struct KindWords {
  std::string_view kind{};
  bool weak = false;
  std::string_view phrases{};  // separated by |
};

// A plain array: Clang's std::array cannot deduce so many elements.
constexpr KindWords kKinds[] = {
    {"coffee",
     false,
     "coffee|coffees|espresso|cappuccino|latte|flat white|tea|cuppa|chai|matcha|americano|"
     "macchiato|mocha|cortado|frappe|teas|bubble tea|afternoon tea|boba"},
    {"breakfast", false, "breakfast|brekkie|brekky|brunch|bfast|brekkies"},
    {"breakfast", true, "pancakes"},
    {"lunch", false, "lunch|lunched|luncheon|lunches|lunching|packed lunch|sunday lunch"},
    {"dinner", false, "dinner|dined|supper|dinners|dining|sunday roast"},
    {"dinner",
     true,
     "diner with|diner w|curry|pizza|takeaway|ramen|sushi|tapas|dim sum|tacos|hot pot|hotpot|fondue|raclette|"
     "steak|burgers|kebab|thai food"},
    {"drinks",
     false,
     "drinks|drink|beer|beers|pint|pints|wine|cocktails|cocktail|whisky|whiskey|"
     "happy hour|nightcap|bevvies|aperitivo|aperitif|apero|spritz|prosecco|bubbly|"
     "margaritas|mojitos|gin and tonic|g and t|whiskies|vodka|rum|lager|martini|martinis|"
     "mimosas|bar crawl|pub crawl|bevvy|tipple|swift half|beverages|wines|farewell drinks|"
     "birthday drinks"},
    {"drinks", true, "pub|champagne|sake|ale|sherry"},
    {"video",
     false,
     "video call|video chat|videocall|video|zoom call|zoom|zoomed|facetime|facetimed|"
     "skype|skyped|google meet|teams call|teams meeting|webcam|videochat|vid call|"
     "video conference|video conf|videoconference|google hangout|hangouts call|facetiming|"
     "zooming|skyping|webex|gmeet"},
    {"video", true, "ft"},
    {"call",
     false,
     "phone call|call|calls|called|calling|phone|phoned|rang|ring|rung|telephoned|"
     "voicemail|voice mail|on the blower|whatsapp call|gave a bell|a bell|a ring|phonecall|"
     "phone chat|phoning|ringing|tel call|rang up|ring up|dialled|dialed|blower|"
     "on the phone|over the phone|by phone|telephone|phoner|conference call|conf call|"
     "buzzed|a buzz"},
    {"message",
     false,
     "text|texts|texted|texting|message|messages|messaged|messaging|whatsapp|whatsapped|"
     "whatsapps|slack|slacked|dm|dms|dmed|sms|pinged|voice note|voice notes|imessage|"
     "imessaged|wechat|wechatted|signalled|snapchat|snapchatted|messenger|voice message|"
     "voice msg|msg|msgs|msged|msgd|txt|txted|txtd|dm d|linkedin message|chat message|"
     "viber|line message|slack message|slacking|whatsapping|voicenote"},
    {"message",
     true,
     "signal|telegram|wrote|ping|pings|replied on|group chat|instagram|insta|discord"},
    {"email",
     false,
     "email|emails|emailed|emailing|e mail|e mailed|mails|e mails|mailing|e mailing|gmail|"
     "emial|reply all"},
    {"email", true, "mail|mailed|newsletter"},
    {"meeting",
     false,
     "meeting|meetings|1:1|1on1|one on one|one to one|standup|sync|interview|interviewed|"
     "mtg|1 on 1|1-1|1-to-1|stand-up|kickoff|retro|retrospective|offsite|all hands|"
     "town hall|review meeting|board meeting|planning session|brainstorm|brainstorming|"
     "debrief|agm|one-on-one|parents evening"},
    {"meeting",
     true,
     "met with|met w|dialled in|dialed in|121|catch up|catchup|stand up|kick off|appointment|appt|check in|checkin|"
     "consultation|negotiation|session|briefing|committee"},
    {"event",
     false,
     "workshop|wedding reception|wedding|funeral|christening|concert|gig|conference|"
     "meetup|festival|exhibition|hackathon|graduation|reunion|opera|recital|fundraiser|"
     "gala|seminar|book club|quiz|quiz night|fair|art fair|book fair|book launch|"
     "book signing|poetry reading|premiere|gigs|concerts|festivals|gallery opening|"
     "opening night|private view|vernissage|baptism|bar mitzvah|bat mitzvah|"
     "memorial service|burial|vigil|protest|rally|convention|summit|expo|trade show|"
     "keynote|open mic|open day|open house|comedy night|comedy club|stand up comedy|"
     "pub quiz|trivia night|movie night|film night|marathon|half marathon|parkrun|"
     "tournament|football match|football game|soccer game|baseball game|basketball game|"
     "hockey game|ballet|pantomime|panto|circus|parade|carnival|fete|bonfire night|"
     "auction|charity dinner|jam session|class reunion|school reunion|family reunion|prom|"
     "weddings|funerals|rehearsal dinner|networking event|meetups|tech talk|webinar|"
     "sports day|school play|nativity|salsa night|dance class|eurovision|ted talk|"
     "symposium|colloquium|workshops|hack day|bootcamp|philharmonic|seder|church service|"
     "swearing in|thesis defence|thesis defense|commencement|craft fair|flea market"},
    {"event",
     true,
     "match|game|theatre|cinema|movie|film|show|play|lecture|launch|screening|exhibit|"
     "ceremony|memorial|game night|board game night|games night|board games|poker night|"
     "rugby|cricket|musical|fireworks|networking|conf|retreat|karaoke|orchestra|event|"
     "events|eid|diwali|viva"},
    {"walk",
     false,
     "walk|walks|walked|walking|hike|hiked|hiking|stroll|strolled|ramble|ambled|amble|"
     "rambled|trek|trekked|dog walk|promenade|constitutional|hikes|strolls|strolling|"
     "went walking|walkies|saunter|sauntered|rambling"},
    {"walk", true, "wander|wandered"},
    {"visit", false, "visit|visited|visiting|stayed with|stayed at"},
    {"visit",
     true,
     "had us over|had us round|had me over|had me round|dropped by|dropped off|dropped in|stopped by|popped in|popped round|popped over|came over|"
     "came round|came by|went round|swung by|called round|visits|dropping by|"
     "dropped round|dropped over|popped by|popped into|popping in|stopped in|stopped over|"
     "came to stay|came to visit|came to see|stayed over|sleepover|called in on|"
     "looked in on|went over to|went to see|went round to|was over|were over|had over|"
     "came for|house call|round at|drop in|popped up to|hosted|stayed the night|"
     "stayed with us|stayed the weekend|crashed at"},
    {"party",
     false,
     "birthday party|bday party|dinner party|party|housewarming|bbq|barbecue|barbeque|"
     "baby shower|hen do|stag do|house party|leaving do|leaving party|farewell party|"
     "engagement party|new years party|new years eve party|nye party|cookout|potluck|"
     "pool party|garden party|block party|bachelor party|bachelorette|bachelorette party|"
     "hen night|hen party|stag night|stag party|shindig|soiree|bash|knees up|"
     "cocktail party|costume party|halloween party|christmas party|xmas party|"
     "office party|surprise party|retirement party|graduation party|gender reveal|"
     "quinceanera|bbqs|braai|parties|barbie|asado|sweet sixteen|friendsgiving|tea party|"
     "street party|ceilidh|kids party|welcome party|birthday do|birthday bash"},
    {"party",
     true,
     "birthday|bday|40th|50th|60th|70th|75th|80th|90th|100th|nye|get together|gathering|reception|thanksgiving|rave"},
    {"gift",
     false,
     "gift|present|gifted|gifts|presents|gifting|birthday present|birthday gift|"
     "christmas present|care package|bouquet|gift card|housewarming gift|wedding present|"
     "wedding gift|secret santa|gave a present"},
    {"gift",
     true,
     "for my birthday|for my bday|for his birthday|for his bday|for her birthday|"
     "for her bday|for their birthday|gave|bought|flowers|hamper|voucher|parcel|souvenir|souvenirs"},
    {"letter",
     false,
     "letter|letters|postcard|postcards|birthday card|christmas card|thank you card|"
     "thank you note|handwritten note|bday card|xmas card|get well card|sympathy card|"
     "condolence card|holiday card|greeting card|thank you letter|handwritten letter|"
     "snail mail|thank you cards|xmas cards|christmas cards|handwritten card|"
     "valentines card"},
    {"letter", true, "card|cards|penpal|pen pal|by post"},
    {"intro", false, "introduced|intro"},
    {"other", true, "no show|show up|showed up|shows up"},
};

constexpr auto kOpeners = std::to_array<std::string_view>({
    "remind me to", "remember to",   "dont forget to", "i need to",
    "i have to",    "i must",        "i should",       "i ll",
    "i will",       "i promised to", "i said i d",     "said i d",
    "said i ll",    "told him i d",  "told her i d",   "told them i d",
    "promised to",  "need to",       "needs to",       "have to",
    "must",         "should",        "got to",         "gotta",
    "going to",     "gonna",         "will",           "todo",
    "to do",        "let s",         "remind me",      "please",
    "to",
});

constexpr auto kUnanswered = std::to_array<std::string_view>({
    "voicemail",
    "no answer",
    "didnt pick up",
    "didnt answer",
    "no reply",
    "no response",
    "didnt reply",
    "not answered",
    "went unanswered",
    "hasnt replied",
    "tried calling",
    "tried to call",
});

constexpr std::array kFacts{
    FactCue{"got promoted", "success"},
    FactCue{"got the promotion", "success"},
    FactCue{"got a promotion", "success"},
    FactCue{"been promoted", "success"},
    FactCue{"was promoted", "success"},
    FactCue{"got the job", "success"},
    FactCue{"got a new job", "success"},
    FactCue{"got into", "success"},
    FactCue{"got engaged", "success"},
    FactCue{"passed her", "success"},
    FactCue{"passed his", "success"},
    FactCue{"passed the", "success"},
    FactCue{"won the", "success"},
    FactCue{"won a", "success"},
    FactCue{"finished her", "success"},
    FactCue{"finished his", "success"},
    FactCue{"graduated", "success"},
    FactCue{"published", "success"},
    FactCue{"wants to", "hope"},
    FactCue{"want to", "hope"},
    FactCue{"hopes to", "hope"},
    FactCue{"hoping to", "hope"},
    FactCue{"dreams of", "hope"},
    FactCue{"would love to", "hope"},
    FactCue{"d love to", "hope"},
    FactCue{"plans to", "hope"},
    FactCue{"planning to", "hope"},
    FactCue{"is planning", "hope"},
    FactCue{"thinking of", "hope"},
    FactCue{"thinking about", "hope"},
    FactCue{"expecting", "family"},
    FactCue{"pregnant", "family"},
    FactCue{"daughter", "family"},
    FactCue{"son", "family"},
    FactCue{"baby", "family"},
    FactCue{"getting married", "family"},
    FactCue{"got married", "family"},
    FactCue{"new job", "work"},
    FactCue{"started at", "work"},
    FactCue{"works at", "work"},
    FactCue{"works for", "work"},
    FactCue{"quit", "work"},
    FactCue{"laid off", "work"},
    FactCue{"changed jobs", "work"},
    FactCue{"surgery", "health"},
    FactCue{"hospital", "health"},
    FactCue{"poorly", "health"},
    FactCue{"allergic", "health"},
    FactCue{"diagnosed", "health"},
    FactCue{"is ill", "health"},
    FactCue{"been ill", "health"},
    FactCue{"loves", "like"},
    FactCue{"is into", "like"},
    FactCue{"favourite", "like"},
    FactCue{"favorite", "like"},
};

/// A phrase of the lists above, and the next one that begins with the same word.
struct Phrase {
  std::uint16_t begin = 0;  ///< in the phrases of its list
  std::uint16_t next = 0;   ///< 0: none
  std::uint8_t list = 0;
  std::uint8_t length = 0;
  std::uint8_t first = 0;  ///< the length of the first word

  constexpr std::string_view words() const { return kKinds[list].phrases.substr(begin, length); }
  constexpr std::string_view first_word() const { return words().substr(0, first); }
};

/// By the hash of their first word, made by the compiler; see vocabulary.cpp.
constexpr std::size_t kPlaces = 2048;
constexpr std::size_t kMostPhrases = 1024;
struct KindTable {
  std::array<Phrase, kMostPhrases> phrases{};   ///< from 1 on
  std::array<std::uint16_t, kPlaces> places{};  ///< the first phrase of each first word

  constexpr std::size_t place_of(std::string_view first) const {
    std::size_t place = word_hash(first) % kPlaces;
    while (places[place] != 0 && phrases[places[place]].first_word() != first) {
      place = (place + 1) % kPlaces;
    }
    return place;
  }
};

constexpr KindTable kTable = [] {
  KindTable table;
  std::size_t count = 0;
  for (std::size_t list = 0; list < std::size(kKinds); ++list) {
    for_each_part(kKinds[list].phrases, '|', [&](std::size_t begin, std::string_view words) {
      const std::string_view first = words.substr(0, words.find(' '));
      const auto index = static_cast<std::uint16_t>(++count);
      std::uint16_t& head = table.places[table.place_of(first)];
      if (head == 0) {
        head = index;
      } else {
        std::size_t last = head;
        while (table.phrases[last].next != 0) {
          last = table.phrases[last].next;
        }
        table.phrases[last].next = index;
      }
      table.phrases[index] = {.begin = static_cast<std::uint16_t>(begin),
                              .list = static_cast<std::uint8_t>(list),
                              .length = static_cast<std::uint8_t>(words.size()),
                              .first = static_cast<std::uint8_t>(first.size())};
    });
  }
  return table;
}();

}  // namespace

std::span<const KindWord> kind_words(std::string_view first) {
  const std::size_t head = kTable.places[kTable.place_of(first)];
  if (head == 0) {
    return {};
  }
  static std::unordered_map<std::size_t, std::vector<KindWord>> asked;  // few are, of each sentence
  std::vector<KindWord>& found = asked[head];
  for (std::size_t at = found.empty() ? head : 0; at != 0; at = kTable.phrases[at].next) {
    const Phrase& one = kTable.phrases[at];
    const KindWords& list = kKinds[one.list];
    found.push_back({one.words(), list.kind, list.weak});
  }
  return found;
}

std::string_view kind_of_word(std::string_view word) {
  for (const KindWord& entry : kind_words(word)) {
    if (entry.phrase == word) {
      return entry.kind;
    }
  }
  return {};
}

std::span<const std::string_view> promise_openers() { return kOpeners; }
std::span<const std::string_view> unanswered_phrases() { return kUnanswered; }
std::span<const FactCue> fact_cues() { return kFacts; }

}  // namespace kith::capture
