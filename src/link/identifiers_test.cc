// Check digits and forms: what fits, what does not, and that any single slip is seen.
#include "link/identifiers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace hearth::link {
namespace {

std::string nhs_number_from(int seed) {
  auto body = std::to_string(100'000'000 + seed % 900'000'000);
  for (char last = '0'; last <= '9'; ++last) {
    if (is_nhs_number(body + last)) return body + last;
  }
  return {};
}

TEST(NhsNumber, has_a_check_digit) {
  EXPECT_TRUE(is_nhs_number("9434765919"));
  EXPECT_TRUE(is_nhs_number("4010232137"));
  EXPECT_FALSE(is_nhs_number("9434765918"));
  EXPECT_FALSE(is_nhs_number("943476591"));
  EXPECT_FALSE(is_nhs_number("94347659190"));
  EXPECT_FALSE(is_nhs_number("943476591X"));
  EXPECT_FALSE(is_nhs_number(""));
}

RC_GTEST_PROP(NhsNumber, one_wrong_digit_is_seen, ()) {
  const auto number = nhs_number_from(*rc::gen::inRange(0, 900'000'000));
  RC_PRE(!number.empty());
  auto wrong = number;
  const auto at = *rc::gen::inRange<std::size_t>(0, 10);
  wrong[at] = *rc::gen::inRange('0', static_cast<char>('9' + 1));
  RC_PRE(wrong != number);
  RC_ASSERT(!is_nhs_number(wrong));
}

TEST(Upn, has_a_check_letter) {
  EXPECT_TRUE(is_upn("H801200001001"));
  EXPECT_FALSE(is_upn("A801200001001"));
  EXPECT_FALSE(is_upn("H801200001002"));
  EXPECT_FALSE(is_upn("H80120000100"));
  EXPECT_FALSE(is_upn("1801200001001"));
  EXPECT_FALSE(is_upn("H80120000100I")) << "a letter that is never used";
}

TEST(Nino, has_a_form) {
  EXPECT_TRUE(is_nino("AB123456C"));
  EXPECT_FALSE(is_nino("AB123456E"));
  EXPECT_FALSE(is_nino("QQ123456C"));
  EXPECT_FALSE(is_nino("GB123456C"));
  EXPECT_FALSE(is_nino("A1123456C"));
  EXPECT_FALSE(is_nino("AB12345C"));
}

TEST(Uprn, is_up_to_twelve_digits) {
  EXPECT_TRUE(is_uprn("100021065421"));
  EXPECT_TRUE(is_uprn("7"));
  EXPECT_FALSE(is_uprn("1000210654210"));
  EXPECT_FALSE(is_uprn("0"));
  EXPECT_FALSE(is_uprn("10A"));
}

TEST(Postcode, has_one_of_six_forms) {
  for (const auto* right : {"M11AA", "M601NW", "CR26XH", "DN551PT", "W1A1HQ", "EC1A1BB"}) {
    EXPECT_TRUE(is_postcode(right)) << right;
  }
  for (const auto* wrong : {"", "4223", "M11A", "11AA", "EC1AA1BB", "M1 1AA", "ABCDEF"}) {
    EXPECT_FALSE(is_postcode(wrong)) << wrong;
  }
}

TEST(RunOfDigits, is_typed_to_get_past_a_form) {
  EXPECT_TRUE(is_run_of_digits("9999999999"));
  EXPECT_TRUE(is_run_of_digits("0000000000"));
  EXPECT_TRUE(is_run_of_digits("1234567890"));
  EXPECT_FALSE(is_run_of_digits("4010232137"));
  EXPECT_FALSE(is_run_of_digits("11"));
}

}  // namespace
}  // namespace hearth::link
