// The one edit that makes one text of another, in whole lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"

namespace hearth {

struct Edit {
  Span replaced;
  std::string with;
};

std::optional<Edit> least_edit(std::string_view from,
                               std::string_view to);  // absent: nothing to do

}  // namespace hearth
