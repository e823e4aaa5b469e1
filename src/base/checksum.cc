#include "base/checksum.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

namespace hearth {
namespace {

constexpr std::size_t kBlock = 1 << 18;

class Sum {
 public:
  Sum() { EVP_DigestInit_ex(state_.get(), EVP_sha256(), nullptr); }
  void add(const char* bytes, std::size_t count) { EVP_DigestUpdate(state_.get(), bytes, count); }
  std::string text() {
    std::array<unsigned char, 32> sum{};
    EVP_DigestFinal_ex(state_.get(), sum.data(), nullptr);
    std::string text;
    for (const auto byte : sum) text += fmt::format("{:02x}", byte);
    return text;
  }

 private:
  struct Free {
    void operator()(EVP_MD_CTX* state) const { EVP_MD_CTX_free(state); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> state_{EVP_MD_CTX_new()};
};

std::unexpected<Error> cannot_read(const std::filesystem::path& file) {
  return failed(fmt::format("cannot read {}: {}", file.filename().string(), std::strerror(errno)));
}

}  // namespace

Result<FileSum> checksum_of(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot_read(file);
  Sum sum;
  FileSum result;
  std::vector<char> block(kBlock);
  for (;;) {
    const auto count = ::read(descriptor, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const auto error = cannot_read(file);
      ::close(descriptor);
      return error;
    }
    if (count == 0) break;
    sum.add(block.data(), static_cast<std::size_t>(count));
    result.bytes += count;
  }
  ::close(descriptor);
  result.sha256 = sum.text();
  return result;
}

std::string checksum_of_text(std::string_view text) {
  Sum sum;
  sum.add(text.data(), text.size());
  return sum.text();
}

}  // namespace hearth
