#include "author/written_tests.h"

#include <concepts>

namespace hearth {
namespace {

bool lies_within(Span inner, Span outer) {
  return inner.offset >= outer.offset && inner.end() <= outer.end();
}

void add_tests(const written::Records& records, std::vector<WrittenTest>& tests) {
  for (const auto& pick : records.picks) {
    std::vector<std::string> names;
    for (const auto& name : pick.names) names.push_back(name.text);
    for (const auto& test : pick.where) tests.push_back({names, &test});
  }
}

// Calls `look` with every condition, number and definition of records within the span.
template <typename Look>
void look_within(const Tree& tree, Span span, const Look& look) {
  for (const auto& condition : tree.conditions) {
    if (lies_within(condition.span, span)) std::visit(look, condition.node);
  }
  for (const auto& number : tree.numbers) {
    if (lies_within(number.span, span)) std::visit(look, number.node);
  }
  for (const auto& item : tree.items) {
    const auto* define = std::get_if<written::Define>(&item.node);
    if (define && lies_within(item.span, span)) look(*define);
  }
}

}  // namespace

std::vector<WrittenTest> tests_within(const Tree& tree, Span span) {
  std::vector<WrittenTest> tests;
  for (const auto* window : windows_within(tree, span)) {
    if (window->ended) add_tests(*window->ended, tests);
  }
  look_within(tree, span, [&](const auto& node) {
    if constexpr (requires { node.records.picks; }) {
      add_tests(node.records, tests);
    } else if constexpr (requires { node.records->picks; }) {
      if (node.records) add_tests(*node.records, tests);
    }
  });
  return tests;
}

std::vector<const written::Window*> windows_within(const Tree& tree, Span span) {
  std::vector<const written::Window*> windows;
  look_within(tree, span, [&](const auto& node) {
    if constexpr (requires {
                    { node.window } -> std::same_as<const written::Window&>;
                  }) {
      windows.push_back(&node.window);
    } else if constexpr (requires { node.window->span; }) {
      if (node.window) windows.push_back(&*node.window);
    } else if constexpr (requires { node.earlier.span; }) {
      windows.push_back(&node.earlier);
    }
  });
  return windows;
}

}  // namespace hearth
