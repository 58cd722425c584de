// Lists that are shown as they are read, so that 30,000 rows need no more memory than 300.
#pragma once

#include <memory>

#include "cli/context.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::cli {

/// People, as a table or as a JSON array.
class PeopleList {
 public:
  explicit PeopleList(Context& ctx);
  ~PeopleList();
  void add(const ListedPerson& listed);
  void finish();

 private:
  struct Form;
  std::unique_ptr<Form> form_;
};

/// Who is due, as lines or as a JSON array.
class DueList {
 public:
  explicit DueList(Context& ctx);
  ~DueList();
  void add(const DueEntry& entry);
  void finish();

 private:
  struct Form;
  std::unique_ptr<Form> form_;
};

/// Interactions, as lines or as a JSON array.
class InteractionList {
 public:
  explicit InteractionList(Context& ctx);
  ~InteractionList();
  void add(const Interaction& interaction);
  void finish();

 private:
  struct Form;
  std::unique_ptr<Form> form_;
};

}  // namespace kith::cli
