#include "intake/zip_file.h"

#include <zip.h>

#include <algorithm>
#include <vector>

namespace hearth {
namespace {

constexpr std::size_t kBlock = 64 * 1024;

struct OpenPart {
  zip_file_t* file = nullptr;
  std::uint64_t packed = 0;
  std::uint64_t read = 0;
  std::vector<char> buffer = std::vector<char>(kBlock);

  ~OpenPart() {
    if (file) zip_fclose(file);
  }
};

bool is_too_much(const ZipLimits& limits, std::uint64_t unpacked, std::uint64_t packed) {
  if (unpacked > limits.part) return true;
  return unpacked > limits.always && unpacked / std::max<std::uint64_t>(1, packed) > limits.ratio;
}

std::unexpected<Error> too_much() {
  return failed("one of its parts would unpack to far more than it should");
}

}  // namespace

struct ZipFile::Archive {
  zip_t* zip = nullptr;
  ZipLimits limits;

  ~Archive() {
    if (zip) zip_discard(zip);
  }
};

ZipFile::ZipFile(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
ZipFile::~ZipFile() = default;
ZipFile::ZipFile(ZipFile&&) noexcept = default;

std::optional<ZipFile> ZipFile::open(const std::filesystem::path& path, ZipLimits limits) {
  int error = 0;
  auto* zip = zip_open(path.c_str(), ZIP_RDONLY, &error);
  if (zip == nullptr) return std::nullopt;
  return ZipFile(std::unique_ptr<Archive>(new Archive{zip, limits}));
}

bool ZipFile::has(const std::string& part) const {
  return zip_name_locate(archive_->zip, part.c_str(), 0) >= 0;
}

NextBytes ZipFile::bytes(const std::string& part) const {
  const auto open = std::make_shared<OpenPart>();
  zip_stat_t told = {};
  const bool there = zip_stat(archive_->zip, part.c_str(), 0, &told) == 0;
  if (there) open->file = zip_fopen(archive_->zip, part.c_str(), 0);
  open->packed = told.comp_size;
  const auto limits = archive_->limits;
  const bool claims_too_much = there && is_too_much(limits, told.size, told.comp_size);
  return [open, limits, claims_too_much]() -> Result<std::string_view> {
    if (!open->file) return failed("one of its parts cannot be opened");
    if (claims_too_much) return too_much();
    const auto count = zip_fread(open->file, open->buffer.data(), open->buffer.size());
    if (count < 0) return failed("one of its parts is damaged");
    open->read += static_cast<std::uint64_t>(count);
    if (is_too_much(limits, open->read, open->packed)) return too_much();
    return std::string_view(open->buffer.data(), static_cast<std::size_t>(count));
  };
}

}  // namespace hearth
