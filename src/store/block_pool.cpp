// A schema is some two thousand small blocks, taken one after another and given back at the end. A
// general allocator splits, sorts and joins them, a fifth of what a short command does (ADR 0011);
// here a block comes from the list of its size, or from the end of a piece.
#include "store/block_pool.hpp"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include <sqlite3.h>

namespace kith {
namespace {

constexpr std::size_t kGrain = 16;
constexpr std::size_t kSizes = 64;  // blocks of up to a kilobyte; what is larger is malloc's
constexpr std::size_t kPiece = std::size_t{64} * 1024;

/// Stands before each block. A block of the pool that is free holds the next free one of its size.
struct Header {
  std::size_t bytes;  ///< of the whole, header included
};
static_assert(sizeof(Header) == 8, "SQLite wants blocks that begin at a multiple of eight");

struct Free {
  Free* next;
};

struct Pool {
  std::array<Free*, kSizes + 1> idle{};  ///< by size in grains
  std::byte* at = nullptr;
  std::size_t left = 0;
};

Pool& pool() {
  static Pool the_only;
  return the_only;
}

constexpr std::size_t whole(int bytes) {
  return (static_cast<std::size_t>(bytes) + sizeof(Header) + kGrain - 1) / kGrain * kGrain;
}

bool is_pooled(std::size_t bytes) { return bytes <= kSizes * kGrain; }

Header* header_of(void* block) { return static_cast<Header*>(block) - 1; }

void* begun(void* memory, std::size_t bytes) {
  if (memory == nullptr) {
    return nullptr;
  }
  return new (memory) Header{bytes} + 1;
}

void* take(int wanted) {
  const std::size_t bytes = whole(wanted);
  if (!is_pooled(bytes)) {
    return begun(std::malloc(bytes), bytes);
  }
  Pool& from = pool();
  Free*& idle = from.idle[bytes / kGrain];
  if (idle != nullptr) {
    Free* block = idle;
    idle = block->next;
    return block;
  }
  if (from.left < bytes) {
    from.at = static_cast<std::byte*>(std::malloc(kPiece));
    from.left = from.at == nullptr ? 0 : kPiece;
    if (from.at == nullptr) {
      return nullptr;
    }
  }
  void* memory = from.at;
  from.at += bytes;
  from.left -= bytes;
  return begun(memory, bytes);
}

void give_back(void* block) {
  if (block == nullptr) {
    return;
  }
  Header* header = header_of(block);
  if (!is_pooled(header->bytes)) {
    std::free(header);
    return;
  }
  Free*& idle = pool().idle[header->bytes / kGrain];
  idle = new (block) Free{idle};
}

int size_of(void* block) {
  return block == nullptr ? 0 : static_cast<int>(header_of(block)->bytes - sizeof(Header));
}

void* resize(void* block, int wanted) {
  Header* header = header_of(block);
  const std::size_t bytes = whole(wanted);
  if (!is_pooled(header->bytes) && !is_pooled(bytes)) {
    return begun(std::realloc(header, bytes), bytes);
  }
  if (bytes == header->bytes) {
    return block;
  }
  void* larger = take(wanted);
  if (larger != nullptr) {
    const int held = size_of(block);
    std::memcpy(larger, block, static_cast<std::size_t>(held < wanted ? held : wanted));
    give_back(block);
  }
  return larger;
}

int rounded_up(int wanted) { return static_cast<int>(whole(wanted) - sizeof(Header)); }

int begin(void* /*unused*/) { return SQLITE_OK; }

void end(void* /*unused*/) {}

}  // namespace

const sqlite3_mem_methods& pooled_memory() {
  static const sqlite3_mem_methods kMethods{.xMalloc = take,
                                            .xFree = give_back,
                                            .xRealloc = resize,
                                            .xSize = size_of,
                                            .xRoundup = rounded_up,
                                            .xInit = begin,
                                            .xShutdown = end,
                                            .pAppData = nullptr};
  return kMethods;
}

}  // namespace kith
