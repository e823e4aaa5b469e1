#include "base/late_library.h"

#include <gtest/gtest.h>

namespace hearth {
namespace {

TEST(LateLibrary, FindsAFunctionByItsName) {
  const auto library = LateLibrary::open({"/there/is/none.so", "libm.so.6"});
  ASSERT_TRUE(library);
  double (*root)(double) = nullptr;
  ASSERT_TRUE(library->find("sqrt", root));
  EXPECT_EQ(root(9), 3);
}

TEST(LateLibrary, HasNoFunctionOfAnotherName) {
  double (*root)(double) = nullptr;
  EXPECT_FALSE(LateLibrary::open({"libm.so.6"})->find("no_such_function", root));
  EXPECT_EQ(root, nullptr);
}

TEST(LateLibrary, IsNoneWhereThereIsNoSuchFile) {
  EXPECT_FALSE(LateLibrary::open({"/there/is/none.so", "libnone.so.1"}));
}

}  // namespace
}  // namespace hearth
