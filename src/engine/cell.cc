#include "engine/cell.h"

#include "base/text.h"

namespace hearth {

std::string to_text(const Cell& cell) {
  struct Write {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::string_view text) const { return std::string(text); }
    std::string operator()(Date day) const { return to_text(day); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
    std::string operator()(std::span<const std::string> texts) const { return join(texts, "; "); }
  };
  return std::visit(Write{}, cell);
}

}  // namespace hearth
