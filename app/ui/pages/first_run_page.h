#pragma once

#include "app/ui/theme/theme.h"
#include "shared/domain/time_format.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace film::app {

class ChoiceCard;
class InviteCodeEdit;
class KeyHintButton;
class NoticePanel;
class SegmentControl;

// What somebody has typed so far, so that another language does not cost it.
struct FirstRunTyped {
    bool isAlone = false;
    QStringList texts; // of the fields, from top to bottom

    friend bool operator==(const FirstRunTyped &, const FirstRunTyped &) = default;
};

// The first minute: join a production with a code, or start alone. One page, no wizard.
class FirstRunPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(Theme &theme, QWidget *parent = nullptr);

    void setServer(const QString &server);
    void setDeviceName(const QString &name);
    // Of two letters; empty: the system's.
    void setLanguage(const QString &language);
    [[nodiscard]] FirstRunTyped typed() const;
    void setTyped(const FirstRunTyped &typed);
    // What went wrong, and that nothing is lost; the form works again.
    void showProblem(const QString &text);
    // While something is under way, which the person may stop or not; an empty text ends it.
    enum class Stop { No, Yes };
    void showProgress(const QString &text, Stop stop = Stop::No);

signals:
    void joinRequested(const QString &server, const QString &code, const QString &deviceName);
    // With an account instead of the code.
    void accountRequested(const QString &server, const QString &deviceName);
    void startAloneRequested(const QString &title, const QString &name, const QString &department,
                             const QString &position);
    void cancelRequested(); // of what is under way
    void notationChosen(film::Notation notation);
    // The page is made again in it.
    void languageChosen(const QString &language);

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeJoinForm();
    [[nodiscard]] QWidget *makeStartForm();
    [[nodiscard]] QWidget *makeFoot();
    void wire();
    void showChoice();
    void updateButtons();
    void submitJoin();
    void submitStart();
    void recolor();
    [[nodiscard]] QList<QLineEdit *> fields() const;

    Theme &m_theme;
    QLabel *m_mark;
    ChoiceCard *m_joinCard;
    ChoiceCard *m_startCard;
    QStackedWidget *m_forms;
    NoticePanel *m_notice;
    InviteCodeEdit *m_code = nullptr;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_device = nullptr;
    KeyHintButton *m_join = nullptr;
    QPushButton *m_account = nullptr;
    QPushButton *m_cancel = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_department = nullptr;
    QLineEdit *m_position = nullptr;
    KeyHintButton *m_start = nullptr;
    QComboBox *m_language = nullptr;
    SegmentControl *m_scheme = nullptr;
    SegmentControl *m_notation = nullptr;
    bool m_isBusy = false;
};

} // namespace film::app
