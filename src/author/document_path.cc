#include "author/document_path.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

namespace hearth {
namespace {

constexpr std::string_view kFile = "file://";

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high = i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
    const auto low = high ? hex_digit(text[i + 2]) : std::nullopt;
    if (text[i] != '%' || !low) {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  return plain;
}

bool stands_for_itself(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("/-._~").contains(c);
}

bool has_address(std::string_view path) { return path.find(':') < path.find('/'); }

}  // namespace

std::string path_of_address(std::string_view address) {
  if (!address.starts_with(kFile)) return std::string(address);
  const auto rest = address.substr(kFile.size());
  const auto slash = rest.find('/');  // what stands before it is a host, which is this one
  if (slash == std::string_view::npos) return std::string(address);
  return std::filesystem::path(decoded(rest.substr(slash))).lexically_normal().generic_string();
}

std::string address_of_path(std::string_view path) {
  if (has_address(path)) return std::string(path);
  std::string address(kFile);
  for (const char c : path) {
    if (stands_for_itself(c)) {
      address += c;
    } else {
      address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return address;
}

}  // namespace hearth
