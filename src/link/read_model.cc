#include "link/read_model.h"

#include <algorithm>

#include "base/text.h"
#include "link/folded.h"
#include "link/link_diagnostics.h"
#include "link/model_table.h"

namespace hearth::link {
namespace {

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (const auto word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

Level read_level(ModelTable table, FieldKind kind) {
  Level level;
  const auto name = table.needed_text("agreement");
  const auto known = agreement(name);
  if (known) level.agreement = *known;
  if (!known && !name.empty()) table.wrong_word("agreement", listed(agreements()), agreements());
  level.m = table.chance("m");
  level.u = table.chance("u");
  level.relative = table.chance("relative");
  level.likeness = table.chance("likeness");
  level.veto = table.flag("veto");
  if (takes_likeness(level.agreement) && level.likeness == 0) table.missing("likeness");
  if (kind != FieldKind::Surname && level.agreement == Agreement::Changed) {
    table.wrong_word("agreement", "for a surname alone", {});
  }
  table.finish();
  return level;
}

Field read_field(ModelTable table) {
  Field field;
  field.name = table.needed_text("name");
  const auto kind = table.needed_text("kind");
  const auto known = field_kind(kind);
  if (known) field.kind = *known;
  if (!known && !kind.empty()) table.wrong_word("kind", listed(field_kinds()), field_kinds());
  field.columns = table.texts("columns");
  for (auto& level : table.tables("level", "a level")) {
    field.levels.push_back(read_level(std::move(level), field.kind));
  }
  const bool ends = !field.levels.empty() && field.levels.back().agreement == Agreement::Different;
  if (!ends) table.wrong_size("no last level `different`");
  if (field.levels.size() > kMostLevels) table.wrong_size("more than 14 levels");
  table.finish();
  return field;
}

std::vector<std::string> folded_all(std::vector<std::string> texts) {
  for (auto& text : texts) text = folded(text);
  return texts;
}

void read_settings(ModelTable table, Model& model) {
  model.link_at = table.chance("link_at", model.link_at);
  model.doubt_from = table.chance("doubt_from", std::min(model.doubt_from, model.link_at));
  model.doubt_to = table.chance("doubt_to", std::max(model.doubt_to, model.link_at));
  if (model.doubt_from > model.link_at || model.doubt_to < model.link_at) {
    table.wrong_size("a `link_at` that is not between `doubt_from` and `doubt_to`");
  }
  model.blocking.recall = table.chance("blocking_recall", model.blocking.recall);
  model.blocking.pairs_per_row = table.number("pairs_per_row", model.blocking.pairs_per_row);
  model.blocking.largest_block = static_cast<std::size_t>(
      table.number("largest_block", static_cast<double>(model.blocking.largest_block)));
  table.finish();
}

void read_priors(ModelTable table, Model& model) {
  model.priors.match = table.chance("match");
  model.priors.relative = table.chance("relative");
  model.trained = model.priors.match > 0;
  table.finish();
}

Model read_whole(ModelTable table) {
  Model model;
  model.name = table.needed_text("model");
  if (auto settings = table.table("settings", "the settings")) {
    read_settings(std::move(*settings), model);
  }
  if (auto priors = table.table("priors", "the priors")) read_priors(std::move(*priors), model);
  model.row_ids = table.texts("row_ids");
  model.fillers = folded_all(table.texts("fillers"));
  for (auto& field : table.tables("field", "a field")) {
    model.fields.push_back(read_field(std::move(field)));
  }
  model.same_numbers = table.lists("same_numbers");
  std::vector<std::vector<std::string>> groups;
  for (auto& names : table.lists("nicknames")) groups.push_back(folded_all(std::move(names)));
  model.nicknames = Nicknames(std::move(groups));
  if (model.fields.empty()) table.missing("field");
  table.finish();
  return model;
}

}  // namespace

ReadModel read_model(const Source& source) {
  ReadModel read;
  const auto parsed = toml::parse(source.text(), source.name());
  if (!parsed) {
    const ModelFault fault{source, read.diagnostics};
    fault.add(kModelSyntax, parsed.error().source(), parsed.error().description());
    return read;
  }
  auto model = read_whole(ModelTable({source, read.diagnostics}, parsed.table(), "a model"));
  if (!read.diagnostics.has_errors()) read.model = std::move(model);
  return read;
}

}  // namespace hearth::link
