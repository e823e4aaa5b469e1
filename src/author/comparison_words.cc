#include "author/comparison_words.h"

#include <array>

#include "language/describe_number.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

std::string window_of(const Plan& plan, NumberId id) {
  return std::visit(
      [&](const auto& node) -> std::string {
        if constexpr (requires { node.window; }) return window_words(plan, node.window);
        return {};
      },
      plan[id].node);
}

// Where the window is `ever`, nothing says so.
std::string without_window(std::string words, const std::string& window) {
  if (!window.empty() && words.ends_with(" " + window)) {
    words.resize(words.size() - window.size() - 1);
  }
  return words;
}

}  // namespace

std::optional<ComparisonWords> presence_words(const Plan& plan, ConditionId comparison) {
  const auto& compare = std::get<Compare>(plan[comparison].node);
  const auto words = condition_words(plan, comparison);
  const bool presence =
      words.starts_with("had ") || words.starts_with("no ") || words.starts_with("statement ");
  if (!presence || !std::holds_alternative<Count>(plan[compare.left].node)) return std::nullopt;
  const auto window = window_of(plan, compare.left);
  return ComparisonWords{without_window(words, window), window, {}};
}

ComparisonWords number_comparison_words(const Plan& plan, const Compare& compare) {
  static constexpr std::array kSigns = {"<", "<=", ">", ">=", "=", "!="};
  const auto window = window_of(plan, compare.left);
  return {without_window(number_words(plan, compare.left, compare.right), window), window,
          std::string(kSigns[static_cast<std::size_t>(compare.comparison)]) + " " +
              number_words(plan, compare.right, compare.left)};
}

}  // namespace hearth
