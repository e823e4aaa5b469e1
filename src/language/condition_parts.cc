#include "language/condition_parts.h"

namespace hearth {

std::vector<ConditionId> parts_of(const Condition& condition) {
  return std::visit(
      [](const auto& node) -> std::vector<ConditionId> {
        if constexpr (requires { node.parts; })
          return node.parts;
        else if constexpr (requires { node.part; })
          return {node.part};
        else if constexpr (requires { node.then_part; })
          return {node.condition, node.then_part, node.else_part};
        else if constexpr (requires { node.who; })
          return node.who.condition ? std::vector{node.body, *node.who.condition}
                                    : std::vector{node.body};
        else if constexpr (requires { node.body; })
          return {node.body};
        else
          return {};
      },
      condition.node);
}

}  // namespace hearth
