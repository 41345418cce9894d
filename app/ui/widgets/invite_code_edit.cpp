#include "app/ui/widgets/invite_code_edit.h"

#include "app/ui/theme/fonts.h"

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int groupLength = 4;

bool isCodeLetter(QChar letter)
{
    const bool isLetter = letter >= u'A' && letter <= u'Z' && letter != u'I' && letter != u'O';
    return isLetter || (letter >= u'2' && letter <= u'9');
}

} // namespace

InviteCodeEdit::InviteCodeEdit(QWidget *parent)
    : QLineEdit(parent)
{
    QFont font = textFont(TextRole::Section);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1);
    setFont(font);
    setMinimumHeight(36);
    setPlaceholderText(u"XXXX-XXXX-XXXX"_s);
    connect(this, &QLineEdit::textEdited, this, &InviteCodeEdit::reshape);
}

bool InviteCodeEdit::isComplete() const
{
    return text().size() == codeLength + codeLength / groupLength - 1;
}

QString InviteCodeEdit::shaped(const QString &typed)
{
    QString code;
    int letters = 0;
    for (const QChar typedLetter : typed) {
        const QChar letter = typedLetter.toUpper();
        if (!isCodeLetter(letter) || letters == codeLength)
            continue;
        if (letters > 0 && letters % groupLength == 0)
            code += u'-';
        code += letter;
        ++letters;
    }
    return code;
}

void InviteCodeEdit::reshape()
{
    // Letters before the caret stay before it, whatever hyphens come or go.
    const qsizetype before = shaped(text().left(cursorPosition())).size();
    const QString code = shaped(text());
    if (code == text())
        return;
    setText(code);
    setCursorPosition(int(before));
}

} // namespace film::app
