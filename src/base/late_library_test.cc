#include "base/late_library.h"

#include <gtest/gtest.h>

namespace hearth {
namespace {

TEST(LateLibrary, FindsAFunctionByItsName) {
  auto library = LateLibrary::open({"/there/is/none.so", "libm.so.6"});
  ASSERT_TRUE(library);
  double (*root)(double) = nullptr;
  library->find("sqrt", root);
  ASSERT_NE(root, nullptr);
  EXPECT_EQ(root(9), 3);
  EXPECT_TRUE(library->found_all());
}

TEST(LateLibrary, SaysWhichFunctionItDoesNotHave) {
  auto library = LateLibrary::open({"libm.so.6"});
  double (*root)(double) = nullptr;
  library->find("no_such_function", root);
  EXPECT_EQ(root, nullptr);
  library->find("sqrt", root);
  ASSERT_FALSE(library->found_all());
  EXPECT_EQ(library->found_all().error().message,
            "libm.so.6 is too old for this hearth: it has no no_such_function");
}

TEST(LateLibrary, IsNoneWhereThereIsNoSuchFile) {
  EXPECT_FALSE(LateLibrary::open({"/there/is/none.so", "libnone.so.1"}));
}

}  // namespace
}  // namespace hearth
