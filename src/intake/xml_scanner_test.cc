#include "intake/xml_scanner.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hearth {
namespace {

struct Scanned {
  std::vector<XmlPiece> pieces;
  XmlScan scan;
};

// The text given `step` bytes at a time.
Scanned scan(std::string_view text, const std::vector<std::string>& paths, std::size_t step = 7,
             XmlLimits limits = {}) {
  Scanned scanned;
  std::size_t at = 0;
  const NextBytes next = [&]() -> Result<std::string_view> {
    const auto bytes = text.substr(at, step);
    at += bytes.size();
    return bytes;
  };
  auto result = scan_xml(
      next, paths, [&](const XmlPiece& piece) { scanned.pieces.push_back(piece); }, limits);
  EXPECT_TRUE(result.has_value());
  scanned.scan = std::move(*result);
  return scanned;
}

std::string fault(std::string_view text, XmlLimits limits = {}) {
  const auto scanned = scan(text, {"a/b"}, 7, limits);
  return scanned.scan.fault ? std::string(scanned.scan.fault->what) : "none";
}

TEST(XmlScanner, CutsTheElementsAtAPathAndKeepsTheRest) {
  const auto scanned =
      scan("<?xml version='1.0'?>\n<a><h>1</h>\n<b x='>'>2</b><b/>\n</a>", {"a/b"});
  EXPECT_FALSE(scanned.scan.fault);
  ASSERT_EQ(scanned.pieces.size(), 2u);
  EXPECT_EQ(scanned.pieces[0].text, "<b x='>'>2</b>");
  EXPECT_EQ(scanned.pieces[0].line, 3);
  EXPECT_EQ(scanned.pieces[1].text, "<b/>");
  EXPECT_EQ(scanned.scan.skeleton, "<?xml version='1.0'?>\n<a><h>1</h>\n\n</a>");
}

TEST(XmlScanner, CommentsAndPlainSectionsHoldNoElements) {
  const auto scanned = scan("<a><!-- <b> --><![CDATA[<b>]]><b><!-- </b> --></b></a>", {"a/b"});
  EXPECT_FALSE(scanned.scan.fault);
  ASSERT_EQ(scanned.pieces.size(), 1u);
  EXPECT_EQ(scanned.pieces[0].text, "<b><!-- </b> --></b>");
}

TEST(XmlScanner, PrefixesDoNotMatter) {
  EXPECT_EQ(scan("<n:a xmlns:n='u'><n:b>1</n:b></n:a>", {"a/b"}).pieces.size(), 1u);
}

RC_GTEST_PROP(XmlScanner, HowTheBytesArriveDoesNotMatter, ()) {
  const std::string text = "<a><h k=\"/>\">é</h><b><c/>x</b ><!--c--><b>y</b></a>";
  const auto cut = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  const auto step = *rc::gen::inRange<std::size_t>(1, 9);
  const auto one = scan(std::string_view(text).substr(0, cut), {"a/b"}, step);
  const auto all = scan(std::string_view(text).substr(0, cut), {"a/b"}, text.size());
  RC_ASSERT(one.pieces.size() == all.pieces.size());
  RC_ASSERT(one.scan.skeleton == all.scan.skeleton);
  RC_ASSERT(one.scan.fault.has_value() == all.scan.fault.has_value());
  RC_ASSERT(one.scan.fault.has_value() == (cut < text.size()));
}

TEST(XmlScannerFaults, RefusesADocumentType) {
  EXPECT_EQ(fault("<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;\">]><a>&m;</a>"),
            "it declares a document type");
}

TEST(XmlScannerFaults, RefusesWhatIsTooDeepOrTooLarge) {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  EXPECT_EQ(fault(deep), "its elements are nested too deeply");
  EXPECT_EQ(fault("<a " + std::string(70000, 'x') + "/>"), "one of its tags is too large");
  XmlLimits small;
  small.piece = 20;
  EXPECT_EQ(fault("<a><b>" + std::string(30, 'x') + "</b></a>", small),
            "one of its elements is too large");
  small.skeleton = 20;
  EXPECT_EQ(fault("<a>" + std::string(30, 'x') + "</a>", small),
            "there is too much outside the elements the feed reads");
}

TEST(XmlScannerFaults, SaysWhatIsNotWellFormed) {
  EXPECT_EQ(fault(""), "there is no element");
  EXPECT_EQ(fault("<a><b></a>"), "a closing tag closes nothing open");
  EXPECT_EQ(fault("<a><b>1</b>"), "the file ends inside an element");
  EXPECT_EQ(fault("<a><b"), "the file ends inside a tag");
  EXPECT_EQ(fault("<a><!-- "), "the file ends inside a comment or instruction");
  EXPECT_EQ(fault("<a/><a/>"), "there is more than one element at the top");
  EXPECT_EQ(fault("<a>< b></a>"), "a tag has no name");
  EXPECT_EQ(fault("<a><b>\xFF</b></a>"), "it is not UTF-8 text");
  EXPECT_EQ(fault(std::string("<a>\0</a>", 8)), "it is not UTF-8 text");
}

TEST(XmlScannerFaults, NamesTheLine) {
  EXPECT_EQ(scan("<a>\n<b>\n</c></b></a>", {"a/b"}).scan.fault->line, 3);
}

}  // namespace
}  // namespace hearth
