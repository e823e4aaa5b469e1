#include "reference/random_where.h"

#include "reference/random_facts.h"

namespace hearth::reference {

Where random_where(const RecordType& type, FieldId field) {
  const auto& declared = type[field];
  Where where{
      field, *rc::gen::element(FieldTest::Equal, FieldTest::NotEqual, FieldTest::In), {}, {}};
  if (declared.kind == FieldKind::Number || declared.kind == FieldKind::Money) {
    where.test = *rc::gen::element(FieldTest::Less, FieldTest::LessOrEqual, FieldTest::Greater,
                                   FieldTest::GreaterOrEqual, FieldTest::Equal);
    where.values = {declared.kind == FieldKind::Money ? draw(0, 10) * 100.0 : draw(0, 12) * 1.0};
    return where;
  }
  const int codes = declared.kind == FieldKind::Flag ? 2 : static_cast<int>(declared.codes.size());
  where.values = {draw(0, codes - 1) * 1.0};
  if (where.test == FieldTest::In) where.values.push_back(draw(0, codes - 1));
  return where;
}

}  // namespace hearth::reference
