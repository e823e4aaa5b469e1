#include "evaluate/subject.h"

namespace hearth {

std::optional<Date> Subject::anchor(Anchor which) const {
  switch (which) {
    case Anchor::Need: return need;
    case Anchor::Start: return family_facts().started;
    case Anchor::Closure: return family_facts().closed;
    case Anchor::That: break;
  }
  return std::nullopt;
}

}  // namespace hearth
