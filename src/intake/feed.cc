#include "intake/feed.h"

#include <ranges>

namespace hearth {

const FeedForm& Feed::form_for(std::optional<int> year) const {
  if (!year) return forms.back();
  for (const auto& form : forms | std::views::reverse) {
    if (form.first_year <= *year) return form;
  }
  return forms.front();
}

}  // namespace hearth
