// Cities and countries that people write about, to know one in small letters: "lunch in lisbon".
#include <string_view>
#include <unordered_set>

#include "capture/vocabulary.hpp"

namespace kith::capture {

namespace {

// Names that are ordinary words as well (bath, nice, split) are left out.
constexpr std::string_view kPlaces =
    "aberdeen abidjan abuja accra adelaide ahmedabad alaska albania alexandria algeria "
    "algiers amman amsterdam andalusia ankara antwerp argentina athens atlanta auckland "
    "austin australia austria baghdad baku baltimore bandung bangalore bangkok bangladesh "
    "barcelona basel bavaria beijing beirut belfast belgium belgrade bengaluru bergen "
    "berkeley berlin bern bilbao birmingham bogota bolivia bombay bonn bordeaux bosnia boston "
    "brasil brasilia bratislava brazil bremen brighton brisbane bristol brittany brno "
    "brooklyn bruges brussels bucharest budapest bulgaria busan cairo calgary cali california "
    "cambodia cambridge canada canberra caracas cardiff casablanca cebu chengdu chennai "
    "chicago china christchurch cleveland cluj cologne colombia colombo copenhagen cork "
    "cornwall crete croatia cuba curitiba czechia dakar dallas delhi denmark denver detroit "
    "devon dhaka doha dresden dubai dublin dundee durban dusseldorf ecuador edinburgh egypt "
    "eindhoven england estonia ethiopia exeter finland florence florida france frankfurt "
    "fukuoka galway gdansk geneva germany ghana ghent glasgow gothenburg granada graz greece "
    "grenoble guadalajara guangzhou haifa halifax hamburg hannover hanoi harare havana hawaii "
    "helsinki hobart holland houston hungary hyderabad ibadan iceland india indonesia "
    "innsbruck inverness iran iraq ireland isfahan islamabad israel istanbul italy izmir "
    "jaipur jakarta japan jeddah jerusalem johannesburg kampala karachi kathmandu kaunas kent "
    "kenya kiev kigali kochi kolkata korea krakow kumasi kyiv kyoto lagos lahore latvia "
    "lausanne lebanon leeds leicester leipzig lille lima lisbon lithuania liverpool ljubljana "
    "london luanda lusaka luxembourg lviv lyon madrid malaga malaysia malmo manchester "
    "manhattan manila maputo marrakech marrakesh marseille medellin melbourne mexico miami "
    "milan minneapolis minsk mombasa monterrey montevideo montpellier montreal morocco moscow "
    "mumbai munich nagoya nairobi nantes naples nashville nepal netherlands newcastle nigeria "
    "normandy norway norwich nottingham nuremberg oakland oaxaca odesa oregon osaka oslo "
    "ottawa oxford pakistan panama paraguay paris perth peru philadelphia philippines "
    "pittsburgh plymouth poland portland porto portsmouth portugal prague pretoria provence "
    "pune quebec quito rabat recife rennes reykjavik riga riyadh romania rome rotterdam "
    "russia rwanda saigon salzburg santiago sapporo sarajevo scotland seattle senegal seoul "
    "serbia seville shanghai sheffield shenzhen sicily singapore skopje slovakia slovenia "
    "sofia southampton spain stockholm strasbourg stuttgart sussex swansea sweden switzerland "
    "sydney taipei taiwan tallinn tampere tanzania tbilisi tehran texas thailand thessaloniki "
    "tijuana tirana tokyo toronto toulouse tunis tunisia turin tuscany uganda ukraine uruguay "
    "utrecht valencia valparaiso vancouver venezuela venice vienna vietnam vilnius wales "
    "warsaw wellington wuhan yerevan york yorkshire zagreb zaragoza zurich ";

constexpr std::string_view kTwoWords[] = {
    "new york",     "new orleans",  "new zealand", "new delhi",      "san francisco",
    "san diego",    "san jose",     "san juan",    "los angeles",    "las vegas",
    "hong kong",    "kuala lumpur", "tel aviv",    "abu dhabi",      "cape town",
    "buenos aires", "mexico city",  "sao paulo",   "sri lanka",      "south africa",
    "costa rica",   "saudi arabia", "south korea", "north carolina", "south carolina"};

}  // namespace

bool is_city_or_country(std::string_view word) {
  static const std::unordered_set<std::string_view> kTable = [] {
    std::unordered_set<std::string_view> table;
    std::string_view rest = kPlaces;
    while (!rest.empty()) {
      const std::size_t blank = rest.find(' ');
      table.insert(rest.substr(0, blank));
      rest = blank == std::string_view::npos ? std::string_view{} : rest.substr(blank + 1);
    }
    return table;
  }();
  return kTable.contains(word);
}

std::span<const std::string_view> places_of_two_words() { return kTwoWords; }

}  // namespace kith::capture
