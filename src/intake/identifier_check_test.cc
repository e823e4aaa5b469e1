#include "intake/identifier_check.h"

#include <gtest/gtest.h>

namespace hearth {
namespace {

TEST(IdentifierCheck, SoundOnes) {
  EXPECT_TRUE(is_sound(IdentifierKind::Upn, "H801200001001"));
  EXPECT_TRUE(is_sound(IdentifierKind::Upn, "h801200001001"));
  EXPECT_TRUE(is_sound(IdentifierKind::NhsNumber, "943 476 5919"));
  EXPECT_TRUE(is_sound(IdentifierKind::Nino, "PX 12 34 56 A"));
}

TEST(IdentifierCheckFaults, AWrongDigitLetterOrLength) {
  EXPECT_FALSE(is_sound(IdentifierKind::Upn, "A801200001001"));
  EXPECT_FALSE(is_sound(IdentifierKind::Upn, "H80120000100"));
  EXPECT_FALSE(is_sound(IdentifierKind::Upn, "H8012000O1001"));
  EXPECT_FALSE(is_sound(IdentifierKind::NhsNumber, "9434765918"));
  EXPECT_FALSE(is_sound(IdentifierKind::NhsNumber, "94347659190"));
  EXPECT_FALSE(is_sound(IdentifierKind::NhsNumber, ""));
  EXPECT_FALSE(is_sound(IdentifierKind::Nino, "QX123456A"));
  EXPECT_FALSE(is_sound(IdentifierKind::Nino, "PX123456E"));
  EXPECT_FALSE(is_sound(IdentifierKind::Nino, "PX12345"));
}

TEST(IdentifierCheckFaults, TwoDigitsSwappedAreFound) {
  EXPECT_FALSE(is_sound(IdentifierKind::NhsNumber, "9437465919"));
  EXPECT_FALSE(is_sound(IdentifierKind::Upn, "H810200001001"));
}

}  // namespace
}  // namespace hearth
