// In what order rows, people and families were read changes no answer.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/agreement.h"

namespace hearth::reference {
namespace {

RC_GTEST_PROP(Order, OfRowsPeopleAndFamiliesChangesNothing, ()) { same_in_any_order(*worlds()); }

}  // namespace
}  // namespace hearth::reference
