#include "identity/learnt.h"

#include <algorithm>

#include "base/checksum.h"
#include "base/text.h"
#include "link/draft_model.h"
#include "link/read_model.h"
#include "store/sighting_segments.h"

namespace hearth::identity {
namespace {

std::string model_and_rules(const std::string& toml, const std::string& rules) {
  return toml + "\n" + rules;
}

std::optional<link::Model> model_in(const std::string& toml) {
  return link::read_model(Source("the model of the store", toml)).model;
}

}  // namespace

link::Model told_by_sightings(link::Model general) {
  general = link::with_agency_fields(std::move(general));
  std::vector<std::string> columns;
  for (const auto& column : columns_of_sightings()) columns.push_back(column.name);
  const auto places = link::find_fields(general, columns);
  for (std::size_t i = general.fields.size(); i-- > 0;) {
    if (places.columns[i].empty()) {
      general.fields.erase(general.fields.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  return general;
}

bool is_the_model_of(const Learnt& learnt, link::Model general) {
  auto model = link::with_agency_fields(std::move(general));
  std::erase_if(model.fields,
                [&](const link::Field& field) { return learnt.model.find(field.name) == nullptr; });
  return model.trained && link::model_text(model) == link::model_text(learnt.model);
}

std::string Learnt::sum() const {
  return checksum_of_text(model_and_rules(link::model_text(model), rules_text(*this)));
}

Result<Learnt> learnt_of(const LinkModelEntry& entry) {
  auto model = model_in(entry.toml);
  if (!model) return failed("the casebook is damaged: a model cannot be read; see hearth verify");
  Learnt learnt{std::move(*model), {}};
  for (const auto rule : split(entry.rules, '\n')) {
    if (!rule.empty()) learnt.rules.emplace_back(rule);
  }
  return learnt;
}

std::string rules_text(const Learnt& learnt) {
  std::string text;
  for (const auto& rule : learnt.rules) text += rule + "\n";
  return text;
}

std::vector<link::BlockingRule> rules_of(const Learnt& learnt,
                                         const std::vector<link::KeySource>& sources) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    names.push_back(link::to_text({{i}}, sources, learnt.model));
  }
  std::vector<link::BlockingRule> rules;
  for (const auto& text : learnt.rules) {
    link::BlockingRule rule;
    for (std::string_view rest = text; !rest.empty();) {
      const auto end = rest.find(" + ");
      const auto name = std::ranges::find(names, rest.substr(0, end));
      if (name == names.end()) {
        rule.sources.clear();
        break;
      }
      rule.sources.push_back(static_cast<std::size_t>(name - names.begin()));
      rest = end == rest.npos ? std::string_view() : rest.substr(end + 3);
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

Learnt learn(link::Sightings sightings, const link::LinkQuestion& question,
             const link::TellWork& tell, Diagnostics& diagnostics) {
  link::Prepared prepared;
  prepared.model = question.model;
  prepared.sightings = std::move(sightings);
  link::learn(prepared, question, tell);
  diagnostics.take(std::move(prepared.diagnostics));
  // As it will be read again: its numbers are written with six digits.
  Learnt learnt{*model_in(link::model_text(prepared.model)), {}};
  for (const auto& rule : prepared.rules.rules) {
    learnt.rules.push_back(link::to_text(rule.rule, prepared.sources, prepared.model));
  }
  return learnt;
}

}  // namespace hearth::identity
