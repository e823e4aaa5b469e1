#include "intake/feed.h"

#include <algorithm>
#include <ranges>

namespace hearth {

bool FeedForm::makes_records(std::size_t table) const {
  return std::ranges::any_of(records, [&](const auto& rule) { return rule.table == table; });
}

bool FeedForm::in_one_go(std::size_t table) const {
  return tables[table].person && !tables[table].sums &&
         std::ranges::none_of(records, [&](const RecordRule& rule) {
           return rule.table == table &&
                  std::ranges::any_of(
                      rule.fields, [](const FieldRule& field) { return field.sum_of.has_value(); });
         });
}

bool FeedForm::in_one_go() const {
  for (std::size_t table = 0; table < tables.size(); ++table) {
    if (!in_one_go(table)) return false;
  }
  return true;
}

const FeedForm& Feed::form_for(std::optional<int> year) const {
  if (!year) return forms.back();
  for (const auto& form : forms | std::views::reverse) {
    if (form.first_year <= *year) return form;
  }
  return forms.front();
}

}  // namespace hearth
