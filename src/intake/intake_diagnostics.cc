#include "intake/intake_diagnostics.h"

#include <array>

namespace hearth::intake {
namespace {

constexpr std::array<const AnyDiagnosticKind*, 53> kAll = {
    &kFeedSyntax,       &kFeedNotFound,        &kFeedExtendsItself,
    &kUnknownKey,       &kMissingKey,          &kWrongType,
    &kUnknownWord,      &kUnknownRecordType,   &kUnknownRecordField,
    &kUnknownFieldCode, &kUnknownTable,        &kUnknownCodes,
    &kDatesDoNotFit,    &kBadDatePattern,      &kBadDayRule,
    &kCodeTwice,        &kTableWithoutPeople,  &kNotASumTable,
    &kUnknownFile,      &kAmbiguousFile,       &kFileTwice,
    &kMissingColumn,    &kFileNotRead,         &kTermNotKnown,
    &kCoverageNotKnown, &kCoverageWithGaps,    &kFamilyStartNotGiven,
    &kXmlRefused,       &kXmlNotWellFormed,    &kRowNotRead,
    &kNoIdentity,       &kNoMatchingRow,       &kNoDate,
    &kBadDate,          &kBadNumber,           &kNumberNotGiven,
    &kBadFlag,          &kUnmappedCode,        &kCodeNotInForce,
    &kOutOfRange,       &kFiguresContradict,   &kEndsBeforeStart,
    &kAfterFileWasMade, &kPersonDiffers,       &kFurther,
    &kUnsoundId,        &kUnsoundIdentifier,   &kWorkbookRefused,
    &kMergedCells,      &kFormulaWithoutValue, &kNoHeaderFound,
    &kColumnTwice,      &kOfAnotherYear,
};

}  // namespace

std::span<const AnyDiagnosticKind* const> all_intake_diagnostics() { return kAll; }

}  // namespace hearth::intake
