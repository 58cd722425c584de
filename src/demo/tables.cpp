// The tables of the invented network. All names are put together at random; organisations and
// places do not exist.
#include "demo/tables.hpp"

#include <array>

namespace kith::demo {

const std::vector<Culture>& cultures() {
  static const std::vector<Culture> kCultures{
      {{"Amara", "Chidi", "Ngozi", "Emeka", "Ifeoma", "Tobenna", "Adaeze", "Obinna"},
       {"Okafor", "Nwosu", "Eze", "Obi", "Anyanwu", "Okonkwo"}},
      {{"Kwame", "Abena", "Kofi", "Esi", "Yaw", "Akosua"},
       {"Mensah", "Boateng", "Owusu", "Asante", "Frimpong"}},
      {{"Ana", "Tiago", "Inês", "Rui", "Beatriz", "João", "Marta", "Duarte"},
       {"Sequeira", "Monteiro", "Tavares", "Pinto", "Figueira", "Lobo"}},
      {{"Lucía", "Mateo", "Alejandra", "Joaquín", "Noelia", "Andrés"},
       {"Saldaña", "Pizarro", "Ortuño", "Villalba", "Quiroga"}},
      {{"Priya", "Arjun", "Kavita", "Rohan", "Meera", "Sanjay", "Anjali"},
       {"Menon", "Iyer", "Chatterjee", "Kulkarni", "Rao", "Bhatt"}},
      {{"Yuki", "Haruto", "Keiko", "Daichi", "Tomoko", "Ren"},
       {"Arakawa", "Minami", "Ueda", "Kobayashi", "Hoshino"}},
      {{"Wei", "Mei", "Jun", "Lan", "Hao", "Xiu"}, {"Zhang", "Liu", "Chen", "Huang", "Zhao"}},
      {{"Jiwoo", "Minseo", "Haneul", "Dohyun"}, {"Kim", "Park", "Choi", "Yoon"}},
      {{"Zeynep", "Emre", "Elif", "Cem", "Defne"}, {"Yıldız", "Oral", "Demir", "Aydın"}},
      {{"Layla", "Omar", "Nour", "Karim", "Salma", "Tariq"},
       {"Haddad", "Mansour", "Khalil", "Nasser", "Darwish"}},
      {{"Parisa", "Dariush", "Nilufar", "Kaveh"}, {"Jafari", "Tehrani", "Farahani"}},
      {{"Agnieszka", "Bartosz", "Kasia", "Wojciech", "Zofia"},
       {"Kowalska", "Nowak", "Zieliński", "Wójcik"}},
      {{"Dmitri", "Oksana", "Pavel", "Svetlana", "Yevgenia"}, {"Sokolov", "Maltseva", "Petrenko"}},
      {{"Ingrid", "Lars", "Astrid", "Søren", "Freja", "Nils"},
       {"Lundmark", "Nygaard", "Iversen", "Bergström", "Solheim"}},
      {{"Aino", "Mikko", "Inka", "Eero"}, {"Salonen", "Virtanen", "Koskinen"}},
      {{"Konrad", "Greta", "Matthias", "Annika", "Jürgen", "Lena"},
       {"Böhm", "Huber", "Vogel", "Lindner", "Müller"}},
      {{"Camille", "Thibault", "Oriane", "Étienne", "Margaux"},
       {"Lacroix", "Lefort", "Dupire", "Courcel"}},
      {{"Giulia", "Matteo", "Chiara", "Luca"}, {"Rossi", "Riva", "Moretti", "De Luca"}},
      {{"Eleni", "Stavros", "Kyra", "Nikos"}, {"Petrou", "Roussos", "Pappas"}},
      {{"Maeve", "Ruairi", "Niamh", "Cormac", "Roisin"},
       {"O'Brien", "Quigley", "Gormley", "Tierney"}},
      {{"Rosalind", "Tom", "Philippa", "Edmund", "Hattie", "Will", "June"},
       {"Ashdown", "Pascoe", "Thackeray", "Bean", "Whitlam"}},
      {{"Deshawn", "Tasha", "Marcus", "Imani", "Grace", "Jordan"},
       {"Pruitt", "Birkett", "Reyes", "Coleman", "Hayes"}},
      {{"Thabo", "Lindiwe", "Sipho", "Nandi"}, {"Ngcobo", "Dlamini", "Khumalo"}},
      {{"Linh", "Minh", "Thao", "Quang"}, {"Nguyen", "Tran", "Pham"}},
      {{"Leilani", "Mana", "Aroha", "Tane"}, {"Kahale", "Parata", "Tamatea"}},
  };
  return kCultures;
}

const std::vector<Community>& communities() {
  static const std::vector<Community> kCommunities{
      {"family",
       "",
       "",
       "family",
       6,
       {},
       {"call", "dinner", "visit", "video", "lunch"},
       {"home", "the old house", "the lake"},
       {"the garden", "the new kitchen", "holidays", "the grandparents"}},
      {"harbour",
       "Harbour Analytics",
       "Lisbon",
       "worked together at Harbour Analytics",
       14,
       {"data engineer", "product lead", "designer", "analyst", "CTO"},
       {"coffee", "lunch", "call", "meeting", "message"},
       {"Copenhagen Coffee", "the canteen", "Praça Nova"},
       {"the migration", "the reorganisation", "hiring", "the new office"}},
      {"northwind",
       "Northwind Press",
       "Dublin",
       "freelance work for Northwind Press",
       9,
       {"editor", "illustrator", "publisher", "translator"},
       {"email", "coffee", "call", "lunch"},
       {"The Copper Pot", "Quay Books"},
       {"the anthology", "cover designs", "the book fair"}},
      {"tidal",
       "Tidal Energy Cooperative",
       "Bergen",
       "the summer at Tidal Energy",
       8,
       {"engineer", "project manager", "marine biologist", "treasurer"},
       {"video", "email", "coffee", "event"},
       {"Fjord House", "the pier"},
       {"the turbine trial", "funding", "the storm season"}},
      {"climbing",
       "",
       "Lisbon",
       "the climbing gym",
       12,
       {},
       {"event", "drinks", "walk", "coffee"},
       {"Vertigo Climbing", "the crag", "Bar Polé"},
       {"the overhang", "the trip to the crag", "a sore shoulder"}},
      {"choir",
       "",
       "Lisbon",
       "sang in the same choir",
       11,
       {},
       {"event", "drinks", "coffee", "message"},
       {"St Anne's Hall", "Café Lira"},
       {"the spring concert", "the new conductor", "the requiem"}},
      {"uni",
       "",
       "Utrecht",
       "studied together",
       14,
       {},
       {"video", "call", "dinner", "letter", "visit"},
       {"De Brug", "the canal"},
       {"old times", "the reunion", "moving house", "children"}},
      {"neighbours",
       "",
       "Lisbon",
       "lives next door",
       8,
       {},
       {"coffee", "walk", "visit", "drinks"},
       {"the courtyard", "Mercado Verde"},
       {"the roof", "the noise", "the courtyard party"}},
      {"bookclub",
       "",
       "Lisbon",
       "the book club",
       8,
       {},
       {"event", "coffee", "dinner"},
       {"Quiet Corner Books", "Café Lira"},
       {"this month's novel", "poems", "whether to read the sequel"}},
      {"conference",
       "",
       "",
       "met at a conference",
       10,
       {},
       {"email", "call", "coffee", "message"},
       {"Hall B", "the speakers' dinner"},
       {"her talk", "a joint paper", "next year's programme"}},
  };
  return kCommunities;
}

std::span<const News> news() {
  static constexpr std::array kNews{
      News{"hope", "wants to open a bakery"},
      News{"hope", "hopes to sail to Norway"},
      News{"hope", "would love to teach"},
      News{"hope", "thinks of moving to the coast"},
      News{"hope", "wants to learn the cello"},
      News{"hope", "wants to write a novel"},
      News{"success", "got promoted"},
      News{"success", "finished the marathon"},
      News{"success", "passed the exam"},
      News{"success", "won a prize for the garden"},
      News{"success", "published a first story"},
      News{"family", "has a daughter who paints"},
      News{"family", "expects a second child"},
      News{"family", "looks after an old father"},
      News{"family", "has twins in school"},
      News{"work", "leads a team of six now"},
      News{"work", "left for a smaller company"},
      News{"work", "works from home on Fridays"},
      News{"like", "likes dark chocolate"},
      News{"like", "loves jazz"},
      News{"like", "reads everything about whales"},
      News{"gift", "gave me a book of maps"},
      News{"gift", "would enjoy good tea"},
      News{"health", "does not eat nuts"},
      News{"health", "recovers from a broken wrist"},
  };
  return kNews;
}

std::span<const News> events() {
  static constexpr std::array kEvents{
      News{"work", "first day in the new job"},
      News{"other", "marathon"},
      News{"other", "moving house"},
      News{"work", "job interview"},
      News{"family", "daughter's school play"},
      News{"health", "knee operation"},
      News{"other", "exhibition opening"},
      News{"work", "thesis defence"},
  };
  return kEvents;
}

std::span<const std::string_view> promises() {
  static constexpr auto kPromises = std::to_array<std::string_view>({
      "send the photos",
      "return the book",
      "find a date for dinner",
      "send the recipe",
      "introduce them to the choir",
      "look over the application",
      "call about the summer",
      "bring the drill back",
      "send the paper",
      "ask about the flat",
  });
  return kPromises;
}

std::span<const std::string_view> debts() {
  static constexpr auto kDebts = std::to_array<std::string_view>({
      "the book back",
      "the recipe",
      "the address of the luthier",
      "a date for the trip",
      "the draft",
  });
  return kDebts;
}

}  // namespace kith::demo
