# Sourced by kompass and by scripts/test: what a bare machine may lack. Nothing is done where nothing is missing.

say() {
    echo "kompass: $*" >&2
}

# The .NET SDK cannot be installed in one way on every machine; its absence is said in words.
setup_sdk() {
    if ! command -v dotnet > /dev/null 2>&1 || ! dotnet --list-sdks 2> /dev/null | grep -q '^1[0-9]\.'; then
        say "the .NET SDK 10 or later is needed and was not found; see https://dotnet.microsoft.com/download"
        exit 3
    fi
    DOTNET_CLI_TELEMETRY_OPTOUT=1
    DOTNET_NOLOGO=1
    export DOTNET_CLI_TELEMETRY_OPTOUT DOTNET_NOLOGO
}

# Debian packages, installed where a command or file of theirs is missing and apt is there.
setup_packages() {
    missing=""
    has_icu || missing="$missing libicu72"
    has_command pdftoppm || missing="$missing poppler-utils"
    has_swedish_recognition || missing="$missing tesseract-ocr tesseract-ocr-swe"
    [ -z "$missing" ] || install_packages "$missing"
    # Large, and needed by few: only said.
    has_command soffice || say "LibreOffice is not here: drafts that come back as .odt or .doc and such notes cannot be read (.docx can); install it with: apt-get install --no-install-recommends libreoffice-writer"
}

# The tests look at the explorer's pages in a browser; without one they are skipped.
setup_browser() {
    has_command chromium || has_command chromium-browser || has_command google-chrome || install_packages " chromium"
}

# The notebooks are run by Debian's Python; without it they are skipped.
setup_notebooks() {
    has_command jupyter-nbconvert && /usr/bin/python3 -c 'import ipykernel, matplotlib, pandas' 2> /dev/null ||
        install_packages " jupyter-nbconvert python3-ipykernel python3-matplotlib python3-pandas"
}

# The tests start a server of their own; without the programs they are skipped.
setup_database() {
    [ -n "$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null)" ] || install_packages " postgresql"
}

# .NET needs ICU for Swedish letters.
has_icu() {
    ldconfig -p 2> /dev/null | grep -q 'libicuuc\.so' || [ "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-}" = 1 ] || ! command -v ldconfig > /dev/null 2>&1
}

has_command() {
    command -v "$1" > /dev/null 2>&1
}

# Tesseract reads scans with its Swedish model.
has_swedish_recognition() {
    has_command tesseract && tesseract --list-langs 2> /dev/null | grep -qx swe
}

install_packages() {
    if ! command -v apt-get > /dev/null 2>&1; then
        say "these packages are missing and cannot be installed here without apt:$1"
        return 0
    fi
    root=""
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo > /dev/null 2>&1; then
            say "please install:$1 (neither root nor sudo here)"
            return 0
        fi
        root=sudo
    fi
    say "installing$1"
    # shellcheck disable=SC2086 # a list of names
    { $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $1; } > /dev/null 2>&1 ||
        say "could not install$1; what needs them will say so"
}
