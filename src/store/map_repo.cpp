// How the last map looked, and the names you gave its communities.
#include "store/connection.hpp"
#include <kith/store/map_repo.hpp>
#include <kith/text/clean.hpp>

namespace kith {

MapMemory MapRepo::memory() const {
  MapMemory memory;
  {
    Query query(db_, "SELECT fingerprint, next_community FROM map WHERE id = 1");
    if (query.step()) {
      memory.fingerprint = static_cast<std::uint64_t>(query.integer(0));
      memory.next_id = static_cast<int>(query.integer(1));
    }
  }
  {
    Query query(db_, "SELECT person, x, y, region, community FROM map_dot ORDER BY person");
    while (query.step()) {
      memory.dots.push_back({.person = query.id<PersonId>(0),
                             .x = query.real(1),
                             .y = query.real(2),
                             .region = static_cast<int>(query.integer(3)),
                             .community = static_cast<int>(query.integer(4))});
    }
  }
  Query query(db_, R"sql(
    SELECT c.id, c.region, c.hue, c.shade, coalesce(n.name, '')
    FROM map_community c LEFT JOIN community_name n ON n.community = c.id ORDER BY c.id)sql");
  while (query.step()) {
    memory.communities.push_back({.id = static_cast<int>(query.integer(0)),
                                  .region = static_cast<int>(query.integer(1)),
                                  .hue = static_cast<std::size_t>(query.integer(2)),
                                  .shade = static_cast<std::size_t>(query.integer(3)),
                                  .name = query.text(4)});
  }
  return memory;
}

void MapRepo::remember(const MapMemory& memory) {
  db_.execute("DELETE FROM map_dot; DELETE FROM map_community");
  for (const MapMemory::Dot& dot : memory.dots) {
    // Whoever was deleted while the map was drawn has no dot to come back to.
    Query(db_, R"sql(
      INSERT INTO map_dot(person, x, y, region, community)
      SELECT id, ?2, ?3, ?4, ?5 FROM person WHERE id = ?1)sql")
        .with(dot.person, dot.x, dot.y, dot.region, dot.community)
        .run();
  }
  for (const MapMemory::Community& community : memory.communities) {
    Query(db_, "INSERT INTO map_community(id, region, hue, shade) VALUES(?1, ?2, ?3, ?4)")
        .with(community.id, community.region, community.hue, community.shade)
        .run();
  }
  Query(db_, R"sql(
    INSERT INTO map(id, fingerprint, next_community) VALUES(1, ?1, ?2)
    ON CONFLICT(id) DO UPDATE SET fingerprint = excluded.fingerprint,
      next_community = max(next_community, excluded.next_community))sql")
      .with(static_cast<std::int64_t>(memory.fingerprint), memory.next_id)
      .run();
}

void MapRepo::name(int community, std::string_view name) {
  const std::string clean = text::clean_line(name);
  if (clean.empty()) {
    Query(db_, "DELETE FROM community_name WHERE community = ?1").with(community).run();
    return;
  }
  Query(db_, R"sql(
    INSERT INTO community_name(community, name) VALUES(?1, ?2)
    ON CONFLICT(community) DO UPDATE SET name = excluded.name)sql")
      .with(community, clean)
      .run();
}

}  // namespace kith
