#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "casebook/look_book.h"
#include "cli/command.h"
#include "cli/rows_answer.h"
#include "store/store.h"

namespace hearth {
namespace {

struct Options {
  std::string store;
  std::vector<std::string> families;
  AnswerOptions answer;
};

struct LookRow {
  static constexpr AnswerColumn kColumns[] = {{"look", "Look", CellKind::Whole},
                                              {"day", "Day", CellKind::Day},
                                              {"by", "By", CellKind::Text},
                                              {"asked", "Asked", CellKind::Text},
                                              {"families", "Families", CellKind::Texts},
                                              {"people", "People", CellKind::Texts}};
  LookEntry look;

  std::array<Cell, 6> cells() const {
    return {look.number,
            day_cell(look.day),
            std::string_view(look.by),
            std::string_view(look.what),
            std::span<const std::string>(look.families),
            std::span<const std::string>(look.people)};
  }
};

bool is_of(const LookEntry& look, const std::string& family) {
  return std::ranges::find(look.families, family) != look.families.end();
}

// A look at all families was a look at each.
bool is_wanted(const LookEntry& look, const std::vector<std::string>& families) {
  return families.empty() || is_of(look, kAllFamilies) ||
         std::ranges::any_of(families,
                             [&](const std::string& family) { return is_of(look, family); });
}

ExitCode run(const World& world, const Options& options) {
  if (const auto why = RowsAnswer::refuses(options.answer); !why.empty()) {
    return world.refuse(why);
  }
  auto store = Store::open_to_read(options.store);
  if (!store) return world.fail(store.error());
  auto answer = RowsAnswer::open(world, options.answer, LookRow::kColumns);
  if (!answer) return world.fail(answer.error());
  const auto read = LookBook(store->casebook).each([&](LookEntry look) {
    if (!is_wanted(look, options.families)) return true;
    if (is_of(look, kAllFamilies)) look.families = {"all"};
    return answer->take(LookRow{std::move(look)});
  });
  if (!read) return world.fail(read.error());
  const auto finished = answer->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

}  // namespace

Run declare_looks(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_store_option(app, options->store);
  add_family_option(app, options->families);
  add_answer_options(app, options->answer, Forms::All);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
