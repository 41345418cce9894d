#pragma once

#include "app/controllers/crew_controller.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace film::app {

class CrewWordsText;
class KeyHintButton;
class Theme;

// The same times for many cells: what is selected, seven fields of which an empty one changes
// nothing, and what would come of it before it is done.
class BulkBar final : public QFrame
{
    Q_OBJECT
public:
    BulkBar(const CrewController &controller, const CrewModel &crew, const CrewWordsText &words,
            const Theme &theme, QWidget *parent = nullptr);

    // Empties the fields unless the same cells are selected already.
    void setSelection(CrewRefs refs);
    [[nodiscard]] const CrewRefs &selection() const { return m_refs; }
    [[nodiscard]] BulkFields fields() const;
    [[nodiscard]] QString resultText() const;
    [[nodiscard]] QSize minimumSizeHint() const override;
    // After the days changed under it.
    void refresh();

public slots:
    // Applies, or asks first what becomes of times that are there already.
    void apply();
    void fillFromCallSheet();

signals:
    void applyRequested(const film::app::CrewRefs &refs, const film::app::BulkFields &fields,
                        film::app::Existing existing);
    void callSheetRequested(const film::app::CrewRefs &refs, film::app::Existing existing);
    void left(); // Esc: back to the grid
    void offsetsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Doing { Fields, CallSheet };

    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] QWidget *makeQuestion();
    void arrange(bool isNarrow);
    void describeSelection(const BulkPreview &preview);
    void describeResult(const BulkPreview &preview);
    void refreshQuestion();
    void showQuestion(const BulkPreview &preview);
    void ask(Doing doing, const BulkPreview &preview);
    void answer(Existing existing);

    const CrewController &m_controller;
    const CrewModel &m_crew;
    const CrewWordsText &m_words;
    const Theme &m_theme;
    CrewRefs m_refs;
    Doing m_doing = Doing::Fields;
    bool m_isNarrow = false;
    QHBoxLayout *m_upper;
    QHBoxLayout *m_lower;
    QLabel *m_count;
    QLabel *m_where;
    std::array<QLineEdit *, bulkFieldCount> m_fields{};
    QLabel *m_result;
    QLabel *m_details;
    QStackedWidget *m_right;
    KeyHintButton *m_offsets;
    KeyHintButton *m_callSheet;
    KeyHintButton *m_apply;
    QLabel *m_question;
    KeyHintButton *m_replace;
    KeyHintButton *m_keep;
};

} // namespace film::app
