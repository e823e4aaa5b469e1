// `hearth families …` with --store: the families that are kept in a store's casebook.
#pragma once

#include <string>

#include "cli/world.h"
#include "families/families_folder.h"
#include "membership/correct_in_store.h"
#include "membership/form_in_store.h"

namespace CLI {
class App;
}

namespace hearth {

// Where families are: the folder that `families form` wrote, or a store, as it was on a day.
struct FamiliesPlace {
  std::string folder, store, known;  // known: checked
  std::string by;                    // who asks of a store

  std::string refuses() const;  // why these options cannot be met, or empty
};
void add_families_place(CLI::App& app, FamiliesPlace& place);

ExitCode form_families_in_store(const World& world, membership::FormRequest request);
ExitCode correct_families_in_store(const World& world, membership::CorrectRequest request);
// What a command of these families asks, as the casebook keeps it.
Result<void> leave_look(const World& world, const FamiliesPlace& place, std::string what,
                        const std::vector<std::string>& families);
// As questions see them: everybody's family, with births.
Result<families::KeptFamilies> families_of_questions(const World& world,
                                                     const FamiliesPlace& place);
// As they were formed, with reasons and history.
Result<families::KeptFamilies> formed_families(const FamiliesPlace& place);

}  // namespace hearth
