<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>ImportWords</name>
    <message>
        <source>The file has no such column.</source>
        <translation>Le fichier n’a pas cette colonne.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Il manque le nom.</translation>
    </message>
    <message>
        <source>The department is missing.</source>
        <translation>Il manque le département.</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>Il manque la date.</translation>
    </message>
    <message>
        <source>The call is missing.</source>
        <translation>Il manque la convocation.</translation>
    </message>
    <message>
        <source>Nobody of that name is on the crew list.</source>
        <translation>Personne de ce nom dans la liste technique.</translation>
    </message>
    <message>
        <source>There is no such department.</source>
        <translation>Ce département n’existe pas.</translation>
    </message>
    <message>
        <source>There is no such unit.</source>
        <translation>Cette équipe n’existe pas.</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>Ce fuseau horaire n’existe pas.</translation>
    </message>
    <message>
        <source>There is no such currency.</source>
        <translation>Cette devise n’existe pas.</translation>
    </message>
    <message>
        <source>That is no type of day.</source>
        <translation>Ce n’est pas un type de jour.</translation>
    </message>
    <message>
        <source>That is no day of the week.</source>
        <translation>Ce n’est pas un jour de la semaine.</translation>
    </message>
    <message>
        <source>It can be read in two ways: %1.</source>
        <translation>Cela peut se lire de deux façons&#xa0;: %1.</translation>
    </message>
    <message>
        <source>That is no rate.</source>
        <translation>Ce n’est pas un salaire.</translation>
    </message>
    <message>
        <source>That is no guarantee.</source>
        <translation>Ce n’est pas une garantie.</translation>
    </message>
    <message>
        <source>That is no date.</source>
        <translation>Ce n’est pas une date.</translation>
    </message>
    <message>
        <source>That is no time.</source>
        <translation>Ce n’est pas une heure.</translation>
    </message>
    <message>
        <source>That is no day number.</source>
        <translation>Ce n’est pas un numéro de jour.</translation>
    </message>
    <message>
        <source>The line cannot be read.</source>
        <translation>La ligne est illisible.</translation>
    </message>
    <message>
        <source>It is the same as row %1.</source>
        <translation>Identique à la ligne %1.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>C’est trop long.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom de famille</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>Syndicat</translation>
    </message>
    <message>
        <source>Rate an hour</source>
        <translation>Tarif horaire</translation>
    </message>
    <message>
        <source>Rate a day</source>
        <translation>Tarif journalier</translation>
    </message>
    <message>
        <source>Rate a week</source>
        <translation>Tarif hebdomadaire</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Guarantee in hours</source>
        <translation>Garantie en heures</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Convention</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
</context>
<context>
    <name>film::app::AccountDesk</name>
    <message>
        <source>This server has no sign-in with an account. Use an invite code.</source>
        <translation>Ce serveur n’a pas de connexion avec un compte. Utilisez un code d’invitation.</translation>
    </message>
    <message>
        <source>No account here belongs to “%1” yet. An administrator links it; with an invite code it works at once.</source>
        <translation>Aucun compte ici n’est encore lié à « %1 ». Un administrateur le relie ; avec un code d’invitation, cela marche tout de suite.</translation>
    </message>
    <message>
        <source>You were not let in, or your account is on no production of this server. Nothing was changed.</source>
        <translation>L’accès a été refusé, ou votre compte ne fait partie d’aucune production de ce serveur. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>It took too long. Nothing was changed; you can try again.</source>
        <translation>Cela a pris trop de temps. Rien n’a été modifié ; vous pouvez réessayer.</translation>
    </message>
    <message>
        <source>Asking the server where to sign in.</source>
        <translation>Le serveur indique où se connecter.</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened in your browser.</source>
        <translation>Connectez-vous sur la page qui s’est ouverte dans votre navigateur.</translation>
    </message>
    <message>
        <source>Your browser did not open. Use an invite code.</source>
        <translation>Votre navigateur ne s’est pas ouvert. Utilisez un code d’invitation.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>That code is not right. The next one of your app:</source>
        <translation>Ce code n’est pas le bon. Le suivant de votre application :</translation>
    </message>
    <message>
        <source>The code of your authenticator app:</source>
        <translation>Le code de votre application d’authentification :</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Join a production</source>
        <translation>Rejoindre une production</translation>
    </message>
    <message>
        <source>Which production is this computer for?</source>
        <translation>Pour quelle production est cet ordinateur ?</translation>
    </message>
    <message>
        <source>Check the address of the server. To sign in with an account it begins with wss:// or https://, unless the server is this computer. Nothing was sent.</source>
        <translation>Vérifiez l’adresse du serveur. Pour se connecter avec un compte, elle commence par wss:// ou https://, sauf si le serveur est cet ordinateur. Rien n’a été envoyé.</translation>
    </message>
</context>
<context>
    <name>film::app::AheadPanel</name>
    <message>
        <source>Ahead today</source>
        <translation>À venir aujourd’hui</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>Meal %1 is due</source>
        <translation>Repas %1 dû</translation>
    </message>
    <message>
        <source>%1 after call. Later than this is late.</source>
        <translation>%1 après la convocation. Au-delà, c’est en retard.</translation>
    </message>
    <message>
        <source>%1 after meal %2.</source>
        <translation>%1 après le repas %2.</translation>
    </message>
    <message>
        <source>Last wrap for a full rest</source>
        <translation>Fin limite, repos complet</translation>
    </message>
    <message>
        <source>%1’s call is %2. A full rest is %3.</source>
        <translation>Convocation de %1&#xa0;: %2. Repos complet&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Planned wrap</source>
        <translation>Fin prévue</translation>
    </message>
    <message>
        <source>As the call sheet has it.</source>
        <translation>D’après la feuille de service.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two things at once</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Meal %1 is %2 late.</source>
        <translation>Repas %1&#xa0;: %2 de retard.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It is %1. Nothing is entered for today yet.</source>
        <translation>Il est %1. Rien n’est encore saisi pour aujourd’hui.</translation>
    </message>
    <message>
        <source>It is %1. Nothing has gone over yet.</source>
        <translation>Il est %1. Rien n’est dépassé pour l’instant.</translation>
    </message>
    <message>
        <source>No more limits today.</source>
        <translation>Plus de limite aujourd’hui.</translation>
    </message>
    <message>
        <source>%1: %2, in %3</source>
        <comment>a limit, its time, how far it is</comment>
        <translation>%1 : %2, dans %3</translation>
    </message>
</context>
<context>
    <name>film::app::Application</name>
    <message>
        <source>Crew</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>Chef de poste</translation>
    </message>
    <message>
        <source>Production coordinator</source>
        <translation>Coordination de production</translation>
    </message>
    <message>
        <source>Production accountant</source>
        <translation>Comptabilité de production</translation>
    </message>
    <message>
        <source>Production manager</source>
        <translation>Direction de production</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administration système</translation>
    </message>
    <message numerus="yes">
        <source>The file with your times is damaged, and who you are could not be read from it. %n of your changes could be read and are kept.</source>
        <translation>
            <numerusform>Le fichier de vos horaires est abîmé et n’indique plus qui vous êtes. Modifications lues et gardées&#xa0;: %n.</numerusform>
            <numerusform>Le fichier de vos horaires est abîmé et n’indique plus qui vous êtes. Modifications lues et gardées&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file was set aside unchanged: %1</source>
        <translation>Le fichier abîmé a été mis de côté tel quel&#xa0;: %1</translation>
    </message>
    <message>
        <source>Ask your coordinator for a new invite code and join again: what was kept is sent then.</source>
        <translation>Demandez un nouveau code d’invitation à la coordination et rejoignez à nouveau la production&#xa0;: ce qui a été gardé est alors envoyé.</translation>
    </message>
    <message>
        <source>That code is not known here. Ask your coordinator for a new one. Nothing was sent.</source>
        <translation>Ce code n’est pas connu ici. Demandez-en un nouveau à la coordination. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>That code was used before. Ask your coordinator for a new one.</source>
        <translation>Ce code a déjà servi. Demandez-en un nouveau à la coordination.</translation>
    </message>
    <message>
        <source>The key of this computer cannot be read. Unlock the key store of your system and try again. If the key is lost, join as a new computer: what was not sent then stays in the old file.</source>
        <translation>La clé de cet ordinateur est illisible. Déverrouillez le trousseau de clés du système et réessayez. Si la clé est perdue, rejoignez la production comme nouvel ordinateur&#xa0;: ce qui n’a pas été envoyé reste dans l’ancien fichier.</translation>
    </message>
    <message>
        <source>Joining. Nothing but the code is sent.</source>
        <translation>Connexion en cours. Seul le code est envoyé.</translation>
    </message>
    <message>
        <source>Making your production on this computer.</source>
        <translation>Création de votre production sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
    <message>
        <source>Start a new file, keep the old one</source>
        <translation>Nouveau fichier, garder l’ancien</translation>
    </message>
    <message>
        <source>Join again…</source>
        <translation>Rejoindre à nouveau…</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message numerus="yes">
        <source>You have %n days entered on this computer. Bring them into %1?</source>
        <translation>
            <numerusform>Vous avez saisi %n jour sur cet ordinateur. Le reprendre dans %1&#xa0;?</numerusform>
            <numerusform>Vous avez saisi %n jours sur cet ordinateur. Les reprendre dans %1&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>A day that is there already is not changed. What you entered alone stays on this computer as it is.</source>
        <translation>Un jour déjà présent n’est pas modifié. Ce que vous avez saisi en solo reste tel quel sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Laisser</translation>
    </message>
    <message numerus="yes">
        <source>%n days were brought in.</source>
        <translation>
            <numerusform>%n jour repris.</numerusform>
            <numerusform>%n jours repris.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Left alone, because there is a day already: %2.</source>
        <translation>%1 Laissé tel quel, car déjà saisi (%2).</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalSteps</name>
    <message>
        <source>Way of this timecard</source>
        <translation>Parcours de cette feuille d’heures</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>later</source>
        <translation>plus tard</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>a step, who or when, its state</comment>
        <translation>%1 %2, %3</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalWords</name>
    <message>
        <source>Needs a look</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêtes</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvées</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>Non remise</translation>
    </message>
    <message>
        <source>Locked by payroll</source>
        <translation>Verrouillée par la paie</translation>
    </message>
    <message>
        <source>Signed %1</source>
        <translation>Signée %1</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Attendue %1</translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>Aucun signalement</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Contestée</translation>
    </message>
    <message>
        <source>Not initialled</source>
        <translation>Non paraphée</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) missing</source>
        <translation>
            <numerusform>%n heure manquante</numerusform>
            <numerusform>%n heures manquantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n short rest(s)</source>
        <translation>
            <numerusform>%n repos trop court</numerusform>
            <numerusform>%n repos trop courts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late meal(s)</source>
        <translation>
            <numerusform>%n repas en retard</numerusform>
            <numerusform>%n repas en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n signalement</numerusform>
            <numerusform>%n signalements</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>name, position, hours, state</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Convoc.</translation>
    </message>
    <message>
        <source>M1 out</source>
        <translation>R1 dép.</translation>
    </message>
    <message>
        <source>in</source>
        <comment>end of a meal</comment>
        <translation>ret.</translation>
    </message>
    <message>
        <source>M2 out</source>
        <translation>R2 dép.</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Trajet</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>1.5×</source>
        <translation>1,5×</translation>
    </message>
    <message>
        <source>2.0×</source>
        <translation>2,0×</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Repos</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Signalements</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message numerus="yes">
        <source>%n penalty(s)</source>
        <translation>
            <numerusform>%n pénalité</numerusform>
            <numerusform>%n pénalités</numerusform>
        </translation>
    </message>
    <message>
        <source>Late meal</source>
        <translation>Repas en retard</translation>
    </message>
    <message>
        <source>No meal</source>
        <translation>Pas de repas</translation>
    </message>
    <message>
        <source>Short rest</source>
        <translation>Repos trop court</translation>
    </message>
    <message>
        <source>Long day</source>
        <translation>Longue journée</translation>
    </message>
    <message>
        <source>No wrap</source>
        <translation>Pas de fin</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Pas d’heures</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Line and reason</source>
        <translation>Ligne et raison</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>The week as a whole</source>
        <translation>La semaine entière</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a weekday, hours</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a weekday, a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 has not submitted this week yet.</source>
        <translation>%1 n’a pas encore remis cette semaine.</translation>
    </message>
    <message>
        <source>%1 has two versions. %2 or production must choose first.</source>
        <translation>%1 a deux versions. %2 ou la production doit d’abord choisir.</translation>
    </message>
    <message>
        <source>A part of this card is of a later version of Film Tracker. Update it first.</source>
        <translation>Une partie de cette feuille vient d’une version plus récente de Film Tracker. Mettez-le d’abord à jour.</translation>
    </message>
    <message>
        <source>You have approved this card.</source>
        <translation>Vous avez approuvé cette feuille.</translation>
    </message>
    <message>
        <source>Production has approved this card.</source>
        <translation>La production a approuvé cette feuille.</translation>
    </message>
    <message>
        <source>This card is locked by payroll and read-only.</source>
        <translation>Cette feuille est verrouillée par la paie, en lecture seule.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>instead of a time</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>%1 %2 %3, was %4</source>
        <comment>a day, a field, its value, the value before</comment>
        <translation>%1 %2 %3, était %4</translation>
    </message>
    <message>
        <source>%1 changed this card after you opened it: %2. The card below is the new one.</source>
        <translation>%1 a modifié cette feuille après que vous l’avez ouverte : %2. La feuille ci-dessous est la nouvelle.</translation>
    </message>
    <message>
        <source>%1 approved and signed on this computer. Ctrl+Z withdraws it.</source>
        <translation>%1 approuvée et signée sur cet ordinateur. Ctrl+Z la retire.</translation>
    </message>
    <message numerus="yes">
        <source>%n timecard(s) approved and signed on this computer. Ctrl+Z withdraws them.</source>
        <translation>
            <numerusform>%n feuille approuvée et signée sur cet ordinateur. Ctrl+Z la retire.</numerusform>
            <numerusform>%n feuilles approuvées et signées sur cet ordinateur. Ctrl+Z les retire.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent back to %1 with your comment. All times are kept. Ctrl+Z to undo.</source>
        <translation>Renvoyée à %1 avec votre commentaire. Toutes les heures sont gardées. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>Approval of %1 withdrawn. The signature stays in History.</source>
        <translation>Approbation de %1 retirée. La signature reste dans l’historique.</translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) withdrawn. The signatures stay in History.</source>
        <translation>
            <numerusform>%n approbation retirée. La signature reste dans l’historique.</numerusform>
            <numerusform>%n approbations retirées. Les signatures restent dans l’historique.</numerusform>
        </translation>
    </message>
    <message>
        <source>The week of %1 is submitted again.</source>
        <translation>La semaine de %1 est de nouveau remise.</translation>
    </message>
    <message>
        <source>Type your signing PIN first. Nothing was signed.</source>
        <translation>Saisissez d’abord votre code de signature. Rien n’a été signé.</translation>
    </message>
    <message numerus="yes">
        <source>That is not your signing PIN. %n try(s) left. Nothing was signed.</source>
        <translation>
            <numerusform>Ce n’est pas votre code de signature. Il reste %n essai. Rien n’a été signé.</numerusform>
            <numerusform>Ce n’est pas votre code de signature. Il reste %n essais. Rien n’a été signé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait until %1, then try again. Nothing was signed.</source>
        <translation>Trop de codes faux. Attendez %1, puis réessayez. Rien n’a été signé.</translation>
    </message>
    <message>
        <source>Choose a PIN of at least %1 characters. Nothing was signed.</source>
        <translation>Choisissez un code d’au moins %1 caractères. Rien n’a été signé.</translation>
    </message>
    <message>
        <source>The key store of this computer is locked or cannot be used, so the PIN could not be checked. Nothing was signed. Unlock it and try again.</source>
        <translation>Le trousseau de cet ordinateur est verrouillé ou inutilisable, le code n’a pas pu être vérifié. Rien n’a été signé. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>Say what should be checked. All times are kept.</source>
        <translation>Dites ce qu’il faut vérifier. Toutes les heures sont gardées.</translation>
    </message>
    <message>
        <source>This card changed a moment ago. Nothing was signed; look at it again.</source>
        <translation>Cette feuille vient de changer. Rien n’a été signé ; regardez-la de nouveau.</translation>
    </message>
    <message>
        <source>No card needs a look.</source>
        <translation>Aucune feuille n’est à regarder.</translation>
    </message>
    <message>
        <source>No card without flags is waiting.</source>
        <translation>Aucune feuille sans signalement n’attend.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) were not as shown and were left alone.</source>
        <translation>
            <numerusform>%n jour n’était pas comme affiché et a été laissé tel quel.</numerusform>
            <numerusform>%n jours n’étaient pas comme affichés et ont été laissés tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed here at %1. It counts once this computer has synced.</source>
        <translation>Signée ici à %1. Elle compte dès que cet ordinateur est synchronisé.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1 : « %2 »</translation>
    </message>
    <message>
        <source>%1 submitted the week</source>
        <translation>%1 a remis la semaine</translation>
    </message>
    <message>
        <source>%1 took the week back</source>
        <translation>%1 a repris la semaine</translation>
    </message>
    <message>
        <source>%1 sent the week back</source>
        <translation>%1 a renvoyé la semaine</translation>
    </message>
    <message>
        <source>%1 approved for the department</source>
        <translation>%1 a approuvé pour le département</translation>
    </message>
    <message>
        <source>%1 approved for production</source>
        <translation>%1 a approuvé pour la production</translation>
    </message>
    <message>
        <source>%1 withdrew the approval</source>
        <translation>%1 a retiré l’approbation</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n timecard(s) without flags?</source>
        <translation>
            <numerusform>Approuver %n feuille sans signalement ?</numerusform>
            <numerusform>Approuver %n feuilles sans signalement ?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 gross (estimated).</source>
        <comment>hours, money</comment>
        <translation>%1, %2 brut (estimé).</translation>
    </message>
    <message>
        <source>%1 in all.</source>
        <comment>hours</comment>
        <translation>%1 en tout.</translation>
    </message>
    <message>
        <source>%1 %2 You sign each of them.</source>
        <translation>%1 %2 Vous signez chacune d’elles.</translation>
    </message>
    <message numerus="yes">
        <source>%n called day(s) without times</source>
        <translation>
            <numerusform>%n jour convoqué sans heures</numerusform>
            <numerusform>%n jours convoqués sans heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n called day(s) have times</source>
        <translation>
            <numerusform>Le jour convoqué (%n) a des heures</numerusform>
            <numerusform>Les %n jours convoqués ont des heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Shortest rest %1</source>
        <translation>Repos le plus court %1</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s), %1</source>
        <translation>
            <numerusform>%n pénalité de repas, %1</numerusform>
            <numerusform>%n pénalités de repas, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has two versions</source>
        <translation>%1 a deux versions</translation>
    </message>
    <message>
        <source>%1 is disputed: “%2”</source>
        <translation>%1 est contesté : « %2 »</translation>
    </message>
    <message>
        <source>%1, changed by %2, is not initialled</source>
        <translation>%1, modifié par %2, n’est pas paraphé</translation>
    </message>
    <message>
        <source>%1 was taken back or cannot be read. The card can be signed when all of its days are handed in.</source>
        <translation>%1 a été repris ou ne peut pas être lu. La feuille peut être signée quand tous ses jours sont remis.</translation>
    </message>
    <message>
        <source>%1, another entry than a time</source>
        <comment>a day</comment>
        <translation>%1, une autre saisie qu’une heure</translation>
    </message>
    <message>
        <source>Nothing was withdrawn: somebody has changed the card or decided about it meanwhile. Look at it again.</source>
        <translation>Rien n’a été retiré : quelqu’un a entre-temps modifié la feuille ou décidé à son sujet. Regardez-la à nouveau.</translation>
    </message>
    <message>
        <source>Type the new PIN once more to sign. Nothing was signed yet.</source>
        <translation>Saisissez le nouveau code encore une fois pour signer. Rien n’a encore été signé.</translation>
    </message>
    <message>
        <source>The two PINs were not the same. Choose one again. Nothing was signed.</source>
        <translation>Les deux codes étaient différents. Choisissez-en un à nouveau. Rien n’a été signé.</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalsController</name>
    <message>
        <source>approval of %1</source>
        <translation>l’approbation de %1</translation>
    </message>
    <message numerus="yes">
        <source>approval of %n timecard(s)</source>
        <translation>
            <numerusform>l’approbation de %n feuille</numerusform>
            <numerusform>l’approbation de %n feuilles</numerusform>
        </translation>
    </message>
    <message>
        <source>withdrawal of an approval</source>
        <translation>le retrait d’une approbation</translation>
    </message>
    <message>
        <source>sending back to %1</source>
        <translation>le renvoi à %1</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Approbations</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Timecards waiting for a decision</source>
        <translation>Feuilles en attente de décision</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Maj+A</translation>
    </message>
    <message>
        <source>Timecard before</source>
        <translation>Feuille précédente</translation>
    </message>
    <message>
        <source>Next timecard</source>
        <translation>Feuille suivante</translation>
    </message>
    <message>
        <source>Days of the timecard</source>
        <translation>Jours de la feuille</translation>
    </message>
    <message>
        <source>Pay lines</source>
        <translation>Lignes de paie</translation>
    </message>
    <message>
        <source>Gross for the week, estimated</source>
        <translation>Brut de la semaine, estimé</translation>
    </message>
    <message>
        <source>Select a line to see the times it comes from</source>
        <translation>Choisissez une ligne pour voir ses heures</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>&amp;Approuver et signer</translation>
    </message>
    <message>
        <source>&amp;Send back…</source>
        <translation>&amp;Renvoyer…</translation>
    </message>
    <message>
        <source>Approve those without &amp;flags…</source>
        <translation>Approuver celles &amp;sans signalement…</translation>
    </message>
    <message>
        <source>&amp;Withdraw approval</source>
        <translation>Re&amp;tirer l’approbation</translation>
    </message>
    <message>
        <source>&amp;Filter the queue</source>
        <translation>&amp;Filtrer la liste</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message numerus="yes">
        <source>Approve the %n without flags…</source>
        <translation>
            <numerusform>Approuver la %n sans signalement…</numerusform>
            <numerusform>Approuver les %n sans signalement…</numerusform>
        </translation>
    </message>
    <message>
        <source>None without flags</source>
        <translation>Aucune sans signalement</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n approved</source>
        <translation>
            <numerusform>%1 sur %n approuvée</numerusform>
            <numerusform>%1 sur %n approuvées</numerusform>
        </translation>
    </message>
    <message>
        <source>Rates and amounts are shown to those who may see them. Approving is about the times.</source>
        <translation>Taux et montants sont montrés à qui peut les voir. L’approbation porte sur les heures.</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 de l’heure</translation>
    </message>
    <message>
        <source>rules %1 v%2</source>
        <translation>règles %1 v%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Payroll</source>
        <translation>Paie</translation>
    </message>
    <message>
        <source>I have looked at it</source>
        <translation>Je l’ai regardée</translation>
    </message>
    <message>
        <source>Nobody you approve has days in this week.</source>
        <translation>Personne que vous approuvez n’a de jours cette semaine.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is waiting for you. %1 of %n approved.</source>
        <translation>
            <numerusform>Rien ne vous attend. %1 sur %n approuvée.</numerusform>
            <numerusform>Rien ne vous attend. %1 sur %n approuvées.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Votre décision</translation>
    </message>
    <message>
        <source>De&amp;legate…</source>
        <translation>Dé&amp;léguer…</translation>
    </message>
    <message>
        <source>Let somebody approve in your place for a time</source>
        <translation>Faire approuver par quelqu’un à votre place pour un temps</translation>
    </message>
    <message>
        <source>You approve in the place of %1 up to and with %2.</source>
        <translation>Vous approuvez à la place de %1 jusqu’au %2 inclus.</translation>
    </message>
    <message>
        <source>The timecards could not be read. The last good ones are shown.</source>
        <translation>Les feuilles de temps n’ont pas pu être lues. Les dernières bonnes sont affichées.</translation>
    </message>
    <message>
        <source>The timecards could not be read.</source>
        <translation>Les feuilles de temps n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Opening the timecards…</source>
        <translation>Ouverture des feuilles de temps…</translation>
    </message>
</context>
<context>
    <name>film::app::BottomPane</name>
    <message>
        <source>Fold</source>
        <translation>Replier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>next</source>
        <translation>suivant</translation>
    </message>
    <message>
        <source>Shift+F8</source>
        <translation>Maj+F8</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>précédent</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Déplier</translation>
    </message>
</context>
<context>
    <name>film::app::BudgetDialog</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>The dashboard holds cost and overtime against these. They are kept on this computer and are not sent. Leave a field empty for no comparison.</source>
        <translation>Le tableau de bord y compare les coûts et les heures sup. Ces valeurs restent sur cet ordinateur et ne sont pas envoyées. Laissez un champ vide pour ne rien comparer.</translation>
    </message>
    <message>
        <source>&amp;Labour for a shoot day, in %1</source>
        <translation>&amp;Main-d’œuvre par jour de tournage, en %1</translation>
    </message>
    <message>
        <source>&amp;Overtime planned for a week, in hours</source>
        <translation>&amp;Heures sup. prévues par semaine, en heures</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>I could not read “%1”. A whole number is wanted, such as %2. Nothing was changed.</source>
        <translation>« %1 » n’a pas pu être lu. Il faut un nombre entier, comme %2. Rien n’a été changé.</translation>
    </message>
</context>
<context>
    <name>film::app::BulkApproveDialog</name>
    <message>
        <source>Approve without flags</source>
        <translation>Approuver sans signalement</translation>
    </message>
    <message>
        <source>Signing &amp;PIN</source>
        <translation>&amp;Code de signature</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>Code de signature</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>&amp;Approuver et signer</translation>
    </message>
    <message>
        <source>Timecards that are signed</source>
        <translation>Feuilles qui seront signées</translation>
    </message>
</context>
<context>
    <name>film::app::BulkBar</name>
    <message>
        <source>Call</source>
        <translation>Convoc.</translation>
    </message>
    <message>
        <source>Meal 1 out</source>
        <translation>Rep. 1 début</translation>
    </message>
    <message>
        <source>Meal 1 in</source>
        <translation>Rep. 1 fin</translation>
    </message>
    <message>
        <source>Meal 2 out</source>
        <translation>Rep. 2 début</translation>
    </message>
    <message>
        <source>Meal 2 in</source>
        <translation>Rep. 2 fin</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Trajet</translation>
    </message>
    <message>
        <source>From call sheet</source>
        <translation>Reprendre la feuille</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>divers</translation>
    </message>
    <message numerus="yes">
        <source>%n cells selected</source>
        <translation>
            <numerusform>%n cellule sélectionnée</numerusform>
            <numerusform>%n cellules sélectionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departments</source>
        <translation>
            <numerusform>%n département</numerusform>
            <numerusform>%n départements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 locked will be skipped</source>
        <translation>Verrouillées, donc ignorées&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a department, a date</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the clocks change</source>
        <translation>
            <numerusform>%n écartée&#xa0;: changement d’heure</numerusform>
            <numerusform>%n écartées&#xa0;: changement d’heure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: times out of order</source>
        <translation>
            <numerusform>%n écartée&#xa0;: horaires dans le désordre</numerusform>
            <numerusform>%n écartées&#xa0;: horaires dans le désordre</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Appliquer à %1</translation>
    </message>
    <message>
        <source>I could not read “%1”.</source>
        <translation>Impossible de lire «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>«&#xa0;%1&#xa0;» peut se lire de deux façons.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Type the times</source>
        <translation>Tapez les horaires</translation>
    </message>
    <message>
        <source>No hours yet</source>
        <translation>Pas encore d’heures</translation>
    </message>
    <message>
        <source>An empty field changes nothing</source>
        <translation>Un champ vide ne change rien</translation>
    </message>
    <message>
        <source>no flags</source>
        <translation>rien à signaler</translation>
    </message>
    <message numerus="yes">
        <source>%n would be short of rest</source>
        <translation>
            <numerusform>%n aurait un repos trop court</numerusform>
            <numerusform>%n auraient un repos trop court</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meals to look at</source>
        <translation>
            <numerusform>%n repas à voir</numerusform>
            <numerusform>%n repas à voir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n à voir</numerusform>
            <numerusform>%n à voir</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h each</source>
        <translation>%1&#xa0;h chacun</translation>
    </message>
    <message>
        <source>%1 to %2 h</source>
        <translation>de %1 à %2&#xa0;h</translation>
    </message>
    <message>
        <source>%1 h in all, %2</source>
        <comment>hours, flags</comment>
        <translation>%1&#xa0;h en tout, %2</translation>
    </message>
    <message>
        <source>%1 of %2 already have times.</source>
        <translation>Ont déjà des horaires&#xa0;: %1 sur %2.</translation>
    </message>
    <message>
        <source>Fill only the %1 empty</source>
        <translation>Remplir les vides (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n offset(s)</source>
        <translation>
            <numerusform>%n décalage</numerusform>
            <numerusform>%n décalages</numerusform>
        </translation>
    </message>
    <message>
        <source>Offsets…</source>
        <translation>Décalages…</translation>
    </message>
    <message>
        <source>Departments that start earlier or wrap later than the unit (Ctrl+Shift+O)</source>
        <translation>Départements qui commencent plus tôt ou finissent plus tard que l’équipe (Ctrl+Maj+O)</translation>
    </message>
</context>
<context>
    <name>film::app::CallSheetImportDialog</name>
    <message>
        <source>Import call sheets</source>
        <translation>Importer des feuilles de service</translation>
    </message>
    <message numerus="yes">
        <source>Add %n call sheets</source>
        <translation>
            <numerusform>Ajouter %n feuille de service</numerusform>
            <numerusform>Ajouter %n feuilles de service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets ready.</source>
        <translation>
            <numerusform>%n feuille de service prête.</numerusform>
            <numerusform>%n feuilles de service prêtes.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>call sheets ready, lines left out</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n lines need a look and stay out.</source>
        <translation>
            <numerusform>%n ligne est à voir et reste de côté.</numerusform>
            <numerusform>%n lignes sont à voir et restent de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Nothing is added until you press Add.</source>
        <translation>%1 Rien n’est ajouté tant que vous n’avez pas cliqué sur Ajouter.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Ce qui est écrit</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Lines that stay out</source>
        <translation>Lignes laissées de côté</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Convocation</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Own calls</source>
        <translation>Convoc. à part</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Days that are added</source>
        <translation>Jours ajoutés</translation>
    </message>
    <message>
        <source>Day first, 25/11/2025</source>
        <translation>Jour d’abord, 25/11/2025</translation>
    </message>
    <message>
        <source>Month first, 11/25/2025</source>
        <translation>Mois d’abord, 11/25/2025</translation>
    </message>
    <message>
        <source>Hundredths of an hour, 13.50 is 13:30</source>
        <translation>Centièmes d’heure, 13.50 est 13:30</translation>
    </message>
    <message>
        <source>Minutes, 13.50 is 13:50</source>
        <translation>Minutes, 13.50 est 13:50</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>De qui il s’agit</translation>
    </message>
    <message>
        <source>“%1” can be two dates. Which comes first on these sheets?</source>
        <translation>« %1 » peut être deux dates. Que met-on d’abord sur ces feuilles ?</translation>
    </message>
    <message>
        <source>“%1” can be two times. What stands after the point on these sheets?</source>
        <translation>« %1 » peut être deux heures. Qu’y a-t-il après le point sur ces feuilles ?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person, a department</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Who %1 is</source>
        <translation>Qui est %1</translation>
    </message>
    <message>
        <source>Stays out</source>
        <translation>Reste de côté</translation>
    </message>
</context>
<context>
    <name>film::app::CallSheetsPage</name>
    <message>
        <source>Call sheets</source>
        <translation>Feuilles de service</translation>
    </message>
    <message>
        <source>Shooting days of the week</source>
        <translation>Jours de tournage de la semaine</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Read call sheets from files</source>
        <translation>Lire des feuilles de service dans des fichiers</translation>
    </message>
    <message>
        <source>Start with an empty sheet</source>
        <translation>Commencer par une feuille vide</translation>
    </message>
    <message>
        <source>Only the production office changes call sheets.</source>
        <translation>Seul le bureau de production modifie les feuilles de service.</translation>
    </message>
    <message>
        <source>Calls of departments and people</source>
        <translation>Convocations des départements et des personnes</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Abandonner le brouillon</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Start from the day &amp;before</source>
        <translation>Partir du jour &amp;précédent</translation>
    </message>
    <message>
        <source>Start with an &amp;empty sheet</source>
        <translation>Commencer par une feuille &amp;vide</translation>
    </message>
    <message>
        <source>Change the call of the &amp;row</source>
        <translation>Modifier la convocation de la &amp;ligne</translation>
    </message>
    <message>
        <source>Call with the &amp;others</source>
        <translation>Convoquer avec les &amp;autres</translation>
    </message>
    <message>
        <source>&amp;Publish the call sheet</source>
        <translation>&amp;Publier la feuille de service</translation>
    </message>
    <message>
        <source>Discard the &amp;draft</source>
        <translation>Abandonner le &amp;brouillon</translation>
    </message>
    <message>
        <source>Open or close all departments of the shee&amp;t</source>
        <translation>Ouvrir ou fermer &amp;tous les départements de la feuille</translation>
    </message>
    <message>
        <source>call sheet of %1</source>
        <translation>feuille de service du %1</translation>
    </message>
    <message>
        <source>%1 · Draft, on this computer only</source>
        <translation>%1 · Brouillon, seulement sur cet ordinateur</translation>
    </message>
    <message>
        <source>%1 · Published</source>
        <translation>%1 · Publiée</translation>
    </message>
    <message>
        <source>Opening the call sheets…</source>
        <translation>Ouverture des feuilles de service…</translation>
    </message>
    <message>
        <source>The call sheets could not be read. The last good ones are shown.</source>
        <translation>Les feuilles de service n’ont pas pu être lues. Les dernières bonnes sont affichées.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nobody to call yet.</source>
        <translation>Personne à convoquer pour l’instant.</translation>
    </message>
    <message>
        <source>A call sheet belongs to a unit. The first one comes with the first people.</source>
        <translation>Une feuille de service appartient à une équipe. La première vient avec les premières personnes.</translation>
    </message>
    <message>
        <source>This call sheet was published by somebody else after you began yours.</source>
        <translation>Cette feuille de service a été publiée par quelqu’un d’autre après le début de la vôtre.</translation>
    </message>
    <message>
        <source>Yours is kept here and is not published. Discard it to see theirs, or keep yours and publish it in place of theirs.</source>
        <translation>La vôtre est gardée ici et n’est pas publiée. Abandonnez-la pour voir l’autre, ou gardez la vôtre et publiez-la à sa place.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Check the two times. It can be published once they follow each other.</source>
        <translation>Vérifiez les deux heures. La publication est possible dès qu’elles se suivent.</translation>
    </message>
    <message>
        <source>No call sheet for %1 yet.</source>
        <translation>Pas encore de feuille de service pour le %1.</translation>
    </message>
    <message>
        <source>The plan of %1 can be the beginning: its times, its place, and which departments come earlier.</source>
        <translation>Le plan du %1 peut servir de départ : ses heures, son lieu et les départements qui viennent plus tôt.</translation>
    </message>
    <message>
        <source>Start from %1</source>
        <translation>Partir du %1</translation>
    </message>
    <message>
        <source>publishing of the call sheet of %1</source>
        <translation>publication de la feuille de service du %1</translation>
    </message>
    <message>
        <source>The call sheet of %1 is published. Ctrl+Z takes it back.</source>
        <translation>La feuille de service du %1 est publiée. Ctrl+Z la retire.</translation>
    </message>
    <message>
        <source>discarded draft of %1</source>
        <translation>brouillon abandonné du %1</translation>
    </message>
    <message>
        <source>The draft was discarded. Ctrl+Z brings it back.</source>
        <translation>Le brouillon a été abandonné. Ctrl+Z le rétablit.</translation>
    </message>
</context>
<context>
    <name>film::app::CellEditor</name>
    <message>
        <source>First (Alt+1)</source>
        <translation>Première (Alt+1)</translation>
    </message>
    <message>
        <source>Second (Alt+2)</source>
        <translation>Seconde (Alt+2)</translation>
    </message>
    <message>
        <source>Times of the day</source>
        <translation>Horaires du jour</translation>
    </message>
</context>
<context>
    <name>film::app::ChangeHeader</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>film::app::ChartPanel</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1, en tableau</translation>
    </message>
    <message>
        <source>%1 by department</source>
        <translation>%1 par département</translation>
    </message>
    <message>
        <source>Show “%1” as a table</source>
        <translation>Afficher « %1 » en tableau</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+Shift+T)</source>
        <translation>Afficher en tableau (Ctrl+Maj+T)</translation>
    </message>
    <message>
        <source>More about “%1”</source>
        <translation>Plus sur « %1 »</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Afficher en tableau</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>Copier les chiffres</translation>
    </message>
</context>
<context>
    <name>film::app::ChoiceRow</name>
    <message>
        <source>Which one is it?</source>
        <translation>Laquelle&#xa0;?</translation>
    </message>
</context>
<context>
    <name>film::app::CommandSearchDialog</name>
    <message>
        <source>Search and commands</source>
        <translation>Recherche et commandes</translation>
    </message>
    <message>
        <source>A name, a day, a command: “maya”, “thu 20”, “week 6”</source>
        <translation>Un nom, un jour, une commande : « maya », « jeu 20 », « semaine 6 »</translation>
    </message>
    <message>
        <source>Search people, days and commands</source>
        <translation>Chercher des personnes, des jours et des commandes</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Up and Down choose · Enter goes there · Esc closes</source>
        <translation>Haut et Bas choisissent · Entrée y va · Échap ferme</translation>
    </message>
    <message>
        <source>Nothing is called “%1”. Try the beginning of a name, a day such as “20 nov”, or a word of a menu.</source>
        <translation>Rien ne s’appelle « %1 ». Essayez le début d’un nom, un jour comme « 20 nov » ou un mot d’un menu.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>a result: its number, how many, its words</comment>
        <translation>%1 sur %2 : %3</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Semaine %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>go to this day</source>
        <translation>aller à ce jour</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
</context>
<context>
    <name>film::app::ConflictDialog</name>
    <message>
        <source>Review changes</source>
        <translation>Versions à trancher</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>Days to decide</source>
        <translation>Jours à trancher</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Why, for the history and for the other person</source>
        <translation>Pourquoi, pour l’historique et l’autre personne</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Save choice</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>To decide, %1</source>
        <translation>À trancher, %1</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Enregistrer et suivant</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Nothing is left to decide</source>
        <translation>Il ne reste rien à trancher</translation>
    </message>
    <message>
        <source>%1 was changed in two places</source>
        <translation>Le %1 a été modifié à deux endroits</translation>
    </message>
    <message>
        <source>You entered it on this computer. %1 entered it at about the same time.</source>
        <translation>Vous avez saisi ce jour sur cet ordinateur. %1 l’a saisi à peu près au même moment.</translation>
    </message>
    <message>
        <source>%1 and %2 entered it at about the same time.</source>
        <translation>%1 et %2 ont saisi ce jour à peu près au même moment.</translation>
    </message>
    <message>
        <source>Nothing is lost: both versions stay in the day’s history, whichever you choose.</source>
        <translation>Rien n’est perdu&#xa0;: les deux versions restent dans l’historique du jour, quel que soit votre choix.</translation>
    </message>
    <message>
        <source>Keep all mine</source>
        <translation>Garder ma version</translation>
    </message>
    <message>
        <source>Take all from %1</source>
        <translation>Prendre celle de %1</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Will be saved</source>
        <translation>Sera enregistré</translation>
    </message>
    <message>
        <source>Type to change it</source>
        <translation>Tapez pour modifier</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>Version à comparer</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a device, a person</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person, a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part of the day, what is asked</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: “%2” can be read in two ways.</source>
        <translation>%1&#xa0;: «&#xa0;%2&#xa0;» peut se lire de deux façons.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Type it again, or choose a side.</source>
        <translation>Impossible de lire «&#xa0;%1&#xa0;». Une heure s’écrit 0700, 7,0 ou 7:00. Retapez-la ou choisissez un côté.</translation>
    </message>
    <message>
        <source>This day was locked meanwhile. The choice is read-only.</source>
        <translation>Ce jour a été verrouillé entre-temps. Le choix n’est plus modifiable.</translation>
    </message>
    <message>
        <source>Until you decide, this day counts as %1 h, is marked “Two versions”, and payroll cannot lock it.</source>
        <translation>Tant que vous n’avez pas tranché, ce jour compte pour %1&#xa0;h, porte la mention «&#xa0;Deux versions&#xa0;» et la paie ne peut pas le verrouiller.</translation>
    </message>
    <message>
        <source>As they count now</source>
        <translation>Comme elles comptent maintenant</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message numerus="yes">
        <source>%n days are decided together</source>
        <translation>
            <numerusform>%n journée est décidée</numerusform>
            <numerusform>%n journées sont décidées ensemble</numerusform>
        </translation>
    </message>
    <message>
        <source>Each becomes one version as a whole. One Ctrl+Z takes all of them back.</source>
        <translation>Chacune devient une seule version, en entier. Un seul Ctrl+Z les annule toutes.</translation>
    </message>
    <message>
        <source>Nothing is lost: all versions stay in the history of each day.</source>
        <translation>Rien n’est perdu : toutes les versions restent dans l’historique de chaque journée.</translation>
    </message>
    <message>
        <source>Take all of the others</source>
        <translation>Prendre toutes celles des autres</translation>
    </message>
    <message numerus="yes">
        <source>Save %n days</source>
        <translation>
            <numerusform>Enregistrer %n journée</numerusform>
            <numerusform>Enregistrer %n journées</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of these days were entered on this computer: together they can only stay as they count now.</source>
        <translation>Ces journées n’ont pas toutes été saisies sur cet ordinateur : ensemble, elles ne peuvent que rester comme elles comptent maintenant.</translation>
    </message>
    <message numerus="yes">
        <source>%n locked days are left out.</source>
        <translation>
            <numerusform>%n journée verrouillée est laissée de côté.</numerusform>
            <numerusform>%n journées verrouillées sont laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>Compte maintenant</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, a person</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>film::app::ConflictRow</name>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>a part of the day, whose version, its value</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, will be saved</source>
        <comment>a part of the day</comment>
        <translation>%1, sera enregistré</translation>
    </message>
    <message>
        <source>Two readings</source>
        <translation>Deux lectures</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
</context>
<context>
    <name>film::app::CrewGridPage</name>
    <message>
        <source>Exceptions</source>
        <translation>À voir</translation>
    </message>
    <message>
        <source>Entry history</source>
        <translation>Historique des saisies</translation>
    </message>
    <message>
        <source>Enter the first call sheet. Calls appear in the grid, ready to confirm at wrap.</source>
        <translation>Ajoutez la première feuille de service. Les convocations apparaissent dans la grille, prêtes à confirmer en fin de journée.</translation>
    </message>
    <message>
        <source>Open call sheet…</source>
        <translation>Ouvrir la feuille…</translation>
    </message>
    <message>
        <source>Crew grid</source>
        <translation>Grille d’équipe</translation>
    </message>
    <message>
        <source>Name or role</source>
        <translation>Nom ou fonction</translation>
    </message>
    <message>
        <source>Filter by name, role or department</source>
        <translation>Filtrer par nom, fonction ou département</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtrer (Ctrl+F)</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Ce que montrent les cellules</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>Repas</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Cop&amp;y the cells</source>
        <translation>C&amp;opier les cellules</translation>
    </message>
    <message>
        <source>&amp;Paste into the cells</source>
        <translation>Co&amp;ller dans les cellules</translation>
    </message>
    <message>
        <source>C&amp;lear the times</source>
        <translation>&amp;Effacer les horaires</translation>
    </message>
    <message>
        <source>Select the &amp;day for everybody</source>
        <translation>Sélectionner le &amp;jour pour tout le monde</translation>
    </message>
    <message>
        <source>Select the &amp;week of the person</source>
        <translation>Sélectionner la &amp;semaine de la personne</translation>
    </message>
    <message>
        <source>&amp;Filter the people</source>
        <translation>&amp;Filtrer les personnes</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>Recopier vers le &amp;bas</translation>
    </message>
    <message>
        <source>Fill &amp;right</source>
        <translation>Recopier vers la &amp;droite</translation>
    </message>
    <message>
        <source>&amp;Apply to the selected cells</source>
        <translation>&amp;Appliquer aux cellules sélectionnées</translation>
    </message>
    <message>
        <source>D&amp;o the suggested fix</source>
        <translation>C&amp;orriger comme proposé</translation>
    </message>
    <message>
        <source>Fill from the call shee&amp;t</source>
        <translation>Reprendre la &amp;feuille de service</translation>
    </message>
    <message>
        <source>&amp;Open or close all departments</source>
        <translation>&amp;Ouvrir ou fermer tous les départements</translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n cellule</numerusform>
            <numerusform>%n cellules</numerusform>
        </translation>
    </message>
    <message>
        <source>Move a call</source>
        <translation>Décaler une convocation</translation>
    </message>
    <message>
        <source>%1 for %2. Why? It is kept with the call sheet.</source>
        <translation>%1 pour %2. Pourquoi&#xa0;? La raison est gardée avec la feuille de service.</translation>
    </message>
    <message>
        <source>Full rest after the wrap</source>
        <translation>Repos complet après la fin de journée</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Décaler</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>Encore personne</translation>
    </message>
    <message>
        <source>Nobody but you yet</source>
        <translation>Vous seulement, pour l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n people, %1 of %2 days in</source>
        <translation>
            <numerusform>%n personne, %1 jours saisis sur %2</numerusform>
            <numerusform>%n personnes, %1 jours saisis sur %2</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquants</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Repos</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a filter, how many</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Exceptions %1</source>
        <translation>À voir %1</translation>
    </message>
    <message>
        <source>Nobody matches “%1”.</source>
        <translation>Personne ne correspond à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nobody is left here.</source>
        <translation>Plus personne ici.</translation>
    </message>
    <message>
        <source>No people yet.</source>
        <translation>Encore personne.</translation>
    </message>
    <message>
        <source>The production office adds the crew. You see them here once they are added.</source>
        <translation>Le bureau de production ajoute l’équipe. Elle apparaît ici dès qu’elle est ajoutée.</translation>
    </message>
    <message>
        <source>Accept the penalt&amp;ies</source>
        <translation>Accepter les pénal&amp;ités</translation>
    </message>
    <message>
        <source>The crew could not be read.</source>
        <translation>L’équipe n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Opening the crew…</source>
        <translation>Ouverture de l’équipe…</translation>
    </message>
    <message>
        <source>Department o&amp;ffsets…</source>
        <translation>Décala&amp;ges des départements…</translation>
    </message>
    <message>
        <source>Saved &amp;views and columns</source>
        <translation>&amp;Vues enregistrées et colonnes</translation>
    </message>
</context>
<context>
    <name>film::app::CrewGridView</name>
    <message>
        <source>Times of the crew</source>
        <translation>Horaires de l’équipe</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
</context>
<context>
    <name>film::app::CrewImportDialog</name>
    <message>
        <source>Import crew list</source>
        <translation>Importer la liste technique</translation>
    </message>
    <message numerus="yes">
        <source>Add %n people</source>
        <translation>
            <numerusform>Ajouter %n personne</numerusform>
            <numerusform>Ajouter %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ready.</source>
        <translation>
            <numerusform>%n personne prête.</numerusform>
            <numerusform>%n personnes prêtes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows need a look and stay out.</source>
        <translation>
            <numerusform>%n ligne est à voir et reste de côté.</numerusform>
            <numerusform>%n lignes sont à voir et restent de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Ce qui est écrit</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Rows that stay out</source>
        <translation>Lignes laissées de côté</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Colonne du fichier</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Signifie</translation>
    </message>
    <message>
        <source>Columns of the file and what they mean</source>
        <translation>Colonnes du fichier et leur sens</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Colonne %1</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Sens de %1</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Non utilisée</translation>
    </message>
    <message>
        <source>Day first, 25/11/2025</source>
        <translation>Jour d’abord, 25/11/2025</translation>
    </message>
    <message>
        <source>Month first, 11/25/2025</source>
        <translation>Mois d’abord, 11/25/2025</translation>
    </message>
    <message>
        <source>A point, 1,234.50</source>
        <translation>Un point, 1,234.50</translation>
    </message>
    <message>
        <source>A comma, 1.234,50</source>
        <translation>Une virgule, 1.234,50</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>People on the list and what becomes of them</source>
        <translation>Personnes de la liste et ce qu’elles deviennent</translation>
    </message>
    <message>
        <source>“%1” can be two dates. Which comes first in this list?</source>
        <translation>« %1 » peut être deux dates. Que met-on d’abord dans cette liste ?</translation>
    </message>
    <message>
        <source>“%1” can be two amounts. What separates the decimals in this list?</source>
        <translation>« %1 » peut être deux montants. Qu’est-ce qui sépare les décimales dans cette liste ?</translation>
    </message>
    <message>
        <source>Is added</source>
        <translation>Est ajoutée</translation>
    </message>
    <message>
        <source>Is here already, nothing changes</source>
        <translation>Est déjà là, rien ne change</translation>
    </message>
    <message>
        <source>Is here already and is changed</source>
        <translation>Est déjà là et est modifiée</translation>
    </message>
    <message>
        <source>What happens with %1</source>
        <translation>Ce qui se passe pour %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Is %1, %2</source>
        <comment>a person, a department</comment>
        <translation>Est %1, %2</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>Est quelqu’un de nouveau</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message numerus="yes">
        <source>Add and change %n people</source>
        <translation>
            <numerusform>Ajouter et modifier %n personne</numerusform>
            <numerusform>Ajouter et modifier %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are here already.</source>
        <translation>
            <numerusform>%n personne est déjà là.</numerusform>
            <numerusform>%n personnes sont déjà là.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people wait for your decision and stay out until then.</source>
        <translation>
            <numerusform>%n personne attend votre décision et reste de côté jusque-là.</numerusform>
            <numerusform>%n personnes attendent votre décision et restent de côté jusque-là.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is added until you press Add.</source>
        <translation>Rien n’est ajouté avant que vous n’appuyiez sur Ajouter.</translation>
    </message>
</context>
<context>
    <name>film::app::CrewSetupPanel</name>
    <message>
        <source>Add your crew to begin</source>
        <translation>Ajoutez votre équipe pour commencer</translation>
    </message>
    <message>
        <source>%1, saved on this computer</source>
        <translation>%1, enregistrée sur cet ordinateur</translation>
    </message>
    <message>
        <source>Copy rows from a spreadsheet and press %1 anywhere on this page. Names, roles, departments and rates are recognised, and you check them before anything is added.</source>
        <translation>Copiez les lignes d’un tableur et appuyez sur %1 n’importe où sur cette page. Noms, fonctions, départements et salaires sont reconnus, et vous les vérifiez avant tout ajout.</translation>
    </message>
    <message>
        <source>Create the production</source>
        <translation>Créer la production</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Ajouter des personnes</translation>
    </message>
    <message>
        <source>Paste them, or open a CSV file</source>
        <translation>Collez-les ou ouvrez un fichier CSV</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>Ouvrir un CSV…</translation>
    </message>
    <message>
        <source>Open a crew list</source>
        <translation>Ouvrir une liste technique</translation>
    </message>
    <message>
        <source>Paste crew list</source>
        <translation>Coller la liste</translation>
    </message>
    <message>
        <source>Enter the first call sheet</source>
        <translation>Ajouter la première feuille de service</translation>
    </message>
    <message>
        <source>Calls appear in the grid, ready to confirm at wrap</source>
        <translation>Les convocations apparaissent dans la grille, prêtes à confirmer en fin de journée</translation>
    </message>
    <message>
        <source>Open call sheet…</source>
        <translation>Ouvrir la feuille…</translation>
    </message>
</context>
<context>
    <name>film::app::CrewViewButton</name>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Saved views and columns</source>
        <translation>Vues enregistrées et colonnes</translation>
    </message>
    <message>
        <source>Saved views and columns (Ctrl+Shift+V)</source>
        <translation>Vues enregistrées et colonnes (Ctrl+Maj+V)</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Tout</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Colonnes</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>&amp;Enregistrer cette vue…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Enregistrer cette vue</translation>
    </message>
    <message>
        <source>What is shown is kept on this computer under a name. A view of that name is replaced.</source>
        <translation>Ce qui est affiché est gardé sous un nom sur cet ordinateur. Une vue de ce nom est remplacée.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>There are %1 views already. Delete one first.</source>
        <translation>Il y a déjà %1 vues. Supprimez-en une d’abord.</translation>
    </message>
    <message>
        <source>The view “%1” is kept on this computer.</source>
        <translation>La vue « %1 » est gardée sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The view “%1” is deleted.</source>
        <translation>La vue « %1 » est supprimée.</translation>
    </message>
</context>
<context>
    <name>film::app::CrewWordsText</name>
    <message>
        <source>No times</source>
        <translation>Sans horaires</translation>
    </message>
    <message>
        <source>Not called</source>
        <translation>Pas convoqué</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>convoc. %1</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Voyage</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>À dispo</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Chômé</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Essayage</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Férié</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Maladie</translation>
    </message>
    <message>
        <source>No work</source>
        <translation>Non travaillé</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Repos</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n called</source>
        <translation>
            <numerusform>%n convoqué</numerusform>
            <numerusform>%n convoqués</numerusform>
        </translation>
    </message>
    <message>
        <source>Day %1 · call %2</source>
        <translation>J%1 · conv. %2</translation>
    </message>
    <message>
        <source>Name and role</source>
        <translation>Nom et fonction</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>Sans règle</translation>
    </message>
    <message>
        <source>1.5×</source>
        <translation>1,5×</translation>
    </message>
    <message>
        <source>2.0×</source>
        <translation>2,0×</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>À voir</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>from %1, no wrap yet</source>
        <translation>depuis %1, pas encore de fin</translation>
    </message>
    <message>
        <source>no times, called at %1</source>
        <translation>sans horaires, convoqué à %1</translation>
    </message>
    <message>
        <source>no times</source>
        <translation>sans horaires</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 heures</translation>
    </message>
    <message>
        <source>two versions</source>
        <translation>deux versions</translation>
    </message>
    <message>
        <source>needs an update</source>
        <translation>mise à jour nécessaire</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>saved on this computer, waiting to be sent</source>
        <translation>enregistré sur cet ordinateur, en attente d’envoi</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Short rest</source>
        <translation>Repos court</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>Repas</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Entered in two places; both are kept</source>
        <translation>Saisi à deux endroits&#xa0;; les deux sont gardés</translation>
    </message>
    <message>
        <source>Meal %1 started %2 h late, was due %3</source>
        <translation>Repas %1 commencé %2&#xa0;h en retard, dû à %3</translation>
    </message>
    <message>
        <source>Meal %1 not recorded, was due %2</source>
        <translation>Repas %1 non saisi, dû à %2</translation>
    </message>
    <message>
        <source>Rest %1 of %2 h (wrap %3, call %4)</source>
        <translation>Repos %1 sur %2&#xa0;h (fin %3, convoc. %4)</translation>
    </message>
    <message>
        <source>%1 hours on set</source>
        <translation>%1&#xa0;h d’amplitude</translation>
    </message>
    <message>
        <source>No wrap, began at %1</source>
        <translation>Fin manquante, début à %1</translation>
    </message>
    <message>
        <source>No times, called at %1</source>
        <translation>Sans horaires, convoqué à %1</translation>
    </message>
    <message>
        <source>%1 (%2) is before %3 (%4)</source>
        <translation>%1 (%2) avant %3 (%4)</translation>
    </message>
    <message>
        <source>%1. Check the two times.</source>
        <translation>%1. Vérifiez les deux heures.</translation>
    </message>
    <message>
        <source>Compare and choose…</source>
        <translation>Comparer et choisir…</translation>
    </message>
    <message>
        <source>Fill from the call sheet</source>
        <translation>Reprendre la feuille de service</translation>
    </message>
    <message>
        <source>Add meal %1</source>
        <translation>Ajouter le repas %1</translation>
    </message>
    <message>
        <source>Edit the times</source>
        <translation>Modifier les horaires</translation>
    </message>
    <message>
        <source>Move %1’s call to %2</source>
        <translation>Décaler la convoc. de %1 à %2</translation>
    </message>
    <message>
        <source>Show the day</source>
        <translation>Afficher le jour</translation>
    </message>
    <message>
        <source>day type</source>
        <translation>type de jour</translation>
    </message>
    <message>
        <source>call</source>
        <translation>convocation</translation>
    </message>
    <message>
        <source>breakfast out</source>
        <translation>début du petit déj.</translation>
    </message>
    <message>
        <source>breakfast in</source>
        <translation>fin du petit déj.</translation>
    </message>
    <message>
        <source>meal %1 out</source>
        <translation>début du repas %1</translation>
    </message>
    <message>
        <source>meal %1 in</source>
        <translation>fin du repas %1</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>fin de journée</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>trajet</translation>
    </message>
    <message>
        <source>travel back</source>
        <translation>trajet retour</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>convenu</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>Day type</source>
        <translation>Type de jour</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Convocation</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Petit déj.</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>Repas</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin de journée</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Convenu</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Imputation</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Indemnités</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>no meal</source>
        <translation>pas de repas</translation>
    </message>
    <message>
        <source>%1 there, %2 back</source>
        <translation>%1 aller, %2 retour</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Soumis</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exporté</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Rectifié</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Enregistré ici</translation>
    </message>
    <message>
        <source>Sent, not confirmed yet</source>
        <translation>Envoyé, pas encore confirmé</translation>
    </message>
    <message>
        <source>wrap %1</source>
        <translation>fin %1</translation>
    </message>
    <message>
        <source>Like 0700 1300-1330 1930; cs takes the call sheet</source>
        <translation>Par ex. 0700 1300-1330 1930&#xa0;; cs reprend la feuille de service</translation>
    </message>
    <message>
        <source>Note only</source>
        <translation>Note seule</translation>
    </message>
    <message>
        <source>%1. Still reading: %2?</source>
        <translation>%1. Il manque&#xa0;: %2&#xa0;?</translation>
    </message>
    <message>
        <source>I could not read “%1”.</source>
        <translation>Impossible de lire «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1: a time comes twice that night. Which one is it?</source>
        <translation>%1&#xa0;: une heure passe deux fois cette nuit-là. Laquelle&#xa0;?</translation>
    </message>
    <message>
        <source>Two readings: %1, or %2?</source>
        <translation>Deux lectures&#xa0;: %1 ou %2&#xa0;?</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>«&#xa0;%1&#xa0;» peut se lire de deux façons.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>a date, a person</comment>
        <translation>%1 pour %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n people</source>
        <comment>a date</comment>
        <translation>
            <numerusform>%1 pour %n personne</numerusform>
            <numerusform>%1 pour %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n people in %2</source>
        <comment>a date, a department</comment>
        <translation>
            <numerusform>%1 pour %n personne (%2)</numerusform>
            <numerusform>%1 pour %n personnes (%2)</numerusform>
        </translation>
    </message>
    <message>
        <source>fill %1</source>
        <translation>la recopie, %1</translation>
    </message>
    <message>
        <source>call sheet times, %1</source>
        <translation>les horaires de la feuille de service, %1</translation>
    </message>
    <message>
        <source>clear %1</source>
        <translation>l’effacement, %1</translation>
    </message>
    <message>
        <source>paste %1</source>
        <translation>le collage, %1</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>la restauration, %1</translation>
    </message>
    <message>
        <source>move the call on %1</source>
        <translation>le décalage de convocation, %1</translation>
    </message>
    <message>
        <source>enter %1</source>
        <translation>la saisie, %1</translation>
    </message>
    <message>
        <source>%1 saved: %2 h. Ctrl+Z to undo.</source>
        <translation>Enregistré&#xa0;: %1, %2&#xa0;h. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>Entered %1. Ctrl+Z to undo.</source>
        <translation>Saisi&#xa0;: %1. Ctrl+Z pour annuler.</translation>
    </message>
    <message numerus="yes">
        <source>Filled %n.</source>
        <translation>
            <numerusform>%n jour rempli.</numerusform>
            <numerusform>%n jours remplis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filled %n from the call sheet.</source>
        <translation>
            <numerusform>%n jour rempli depuis la feuille de service.</numerusform>
            <numerusform>%n jours remplis depuis la feuille de service.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared %1. Ctrl+Z brings them back.</source>
        <translation>Effacé&#xa0;: %1. Ctrl+Z pour les récupérer.</translation>
    </message>
    <message>
        <source>Pasted %1. Ctrl+Z to undo.</source>
        <translation>Collé&#xa0;: %1. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>Restored %1. Ctrl+Z to undo.</source>
        <translation>Restauré&#xa0;: %1. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>Moved the call on %1 to %2. Ctrl+Z to undo.</source>
        <translation>Convocation décalée à %2&#xa0;: %1. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Annulé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Rétabli&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>Impossible de lire «&#xa0;%1&#xa0;». Une heure s’écrit 0700, 7,0 ou 7:00. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“%1” has two readings. Type it with a colon or without a point. Nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» peut se lire de deux façons. Tapez l’heure avec deux-points, ou sans point ni virgule. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Skipped 1 locked day.</source>
        <translation>1 jour verrouillé ignoré.</translation>
    </message>
    <message>
        <source>Skipped 1 locked day (%1).</source>
        <translation>1 jour verrouillé ignoré (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Skipped %n locked days (%1).</source>
        <translation>
            <numerusform>%n jour verrouillé ignoré (%1).</numerusform>
            <numerusform>%n jours verrouillés ignorés (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipped %n locked days.</source>
        <translation>
            <numerusform>%n jour verrouillé ignoré.</numerusform>
            <numerusform>%n jours verrouillés ignorés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left 1 day that no call sheet is for.</source>
        <translation>1 jour sans feuille de service laissé tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that no call sheet is for.</source>
        <translation>
            <numerusform>%n jour sans feuille de service laissé tel quel.</numerusform>
            <numerusform>%n jours sans feuille de service laissés tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left 1 day that changed since.</source>
        <translation>1 jour modifié depuis, laissé tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that changed since.</source>
        <translation>
            <numerusform>%n jour modifié depuis, laissé tel quel.</numerusform>
            <numerusform>%n jours modifiés depuis, laissés tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not written for %1: %2</source>
        <comment>people, which times</comment>
        <translation>Non enregistré pour %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Not written for %1: on %2 the clocks skip %3. Type another time in the cell.</source>
        <translation>Non enregistré pour %1&#xa0;: le %2, l’heure avance et %3 n’existe pas. Tapez une autre heure dans la cellule.</translation>
    </message>
    <message>
        <source>Not written for %1: on %2 the clocks go back and %3 comes twice. Type it in the cell and choose.</source>
        <translation>Non enregistré pour %1&#xa0;: le %2, l’heure recule et %3 passe deux fois. Tapez l’heure dans la cellule et choisissez.</translation>
    </message>
    <message>
        <source>accept penalties, %1</source>
        <translation>accepter les pénalités, %1</translation>
    </message>
    <message>
        <source>Penalties accepted: %1. They stay paid and in the history. Ctrl+Z to undo.</source>
        <translation>Pénalités acceptées : %1. Elles restent payées et dans l’historique. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>for another unit %1</source>
        <translation>pour une autre équipe %1</translation>
    </message>
    <message>
        <source>allowances</source>
        <translation>indemnités</translation>
    </message>
    <message>
        <source>account</source>
        <translation>compte</translation>
    </message>
    <message>
        <source>changed by %1 at %2</source>
        <translation>modifié par %1 à %2</translation>
    </message>
</context>
<context>
    <name>film::app::DashboardDesk</name>
    <message>
        <source>budget</source>
        <translation>budget</translation>
    </message>
    <message>
        <source>The budget was changed. Ctrl+Z to undo.</source>
        <translation>Le budget a été changé. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Enregistrer les chiffres</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>The figures were saved as %1.</source>
        <translation>Les chiffres ont été enregistrés sous %1.</translation>
    </message>
    <message>
        <source>%1 could not be written. Nothing was saved.</source>
        <translation>%1 n’a pas pu être écrit. Rien n’a été enregistré.</translation>
    </message>
</context>
<context>
    <name>film::app::DashboardPage</name>
    <message>
        <source>Hours by department</source>
        <translation>Heures par département</translation>
    </message>
    <message>
        <source>Overtime trend</source>
        <translation>Évolution des heures sup.</translation>
    </message>
    <message>
        <source>Hot cost against budget</source>
        <translation>Coût du jour et budget</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Pénalités de repas</translation>
    </message>
    <message>
        <source>Opens the crew grid with this department only</source>
        <translation>Ouvre la grille d’équipe avec ce seul département</translation>
    </message>
    <message>
        <source>No hours yet this week.</source>
        <translation>Pas encore d’heures cette semaine.</translation>
    </message>
    <message>
        <source>Figures appear as soon as times are entered. Go to another week with Ctrl+PgUp and Ctrl+PgDown.</source>
        <translation>Les chiffres apparaissent dès que des heures sont saisies. Ctrl+Pg préc et Ctrl+Pg suiv changent de semaine.</translation>
    </message>
    <message>
        <source>The figures of “%1” were copied.</source>
        <translation>Les chiffres de « %1 » ont été copiés.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save the figures of all charts as a file</source>
        <translation>Enregistrer les chiffres de tous les graphiques dans un fichier</translation>
    </message>
    <message>
        <source>Charts as &amp;tables</source>
        <translation>Graphiques en &amp;tableaux</translation>
    </message>
    <message>
        <source>Enter the &amp;budget…</source>
        <translation>Saisir le &amp;budget…</translation>
    </message>
    <message>
        <source>Enter budget…</source>
        <translation>Saisir le budget…</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>Tous les départements</translation>
    </message>
    <message>
        <source>The week could not be read.</source>
        <translation>La semaine n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Adding up the week…</source>
        <translation>Addition de la semaine…</translation>
    </message>
    <message>
        <source>Save the hours as a file. Your role does not export pay.</source>
        <translation>Enregistrer les heures dans un fichier. Votre rôle n’exporte pas la paie.</translation>
    </message>
</context>
<context>
    <name>film::app::DashboardWords</name>
    <message>
        <source>1.0×</source>
        <translation>1,0×</translation>
    </message>
    <message>
        <source>1.5×</source>
        <translation>1,5×</translation>
    </message>
    <message>
        <source>2.0×</source>
        <translation>2,0×</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Semaine %1</translation>
    </message>
    <message>
        <source>%1, shoot day %2</source>
        <translation>%1, jour de tournage %2</translation>
    </message>
    <message>
        <source>%1, shoot days %2 to %3</source>
        <translation>%1, jours de tournage %2 à %3</translation>
    </message>
    <message numerus="yes">
        <source>%n days are not in yet.</source>
        <translation>
            <numerusform>%n jour n’est pas encore saisi.</numerusform>
            <numerusform>%n jours ne sont pas encore saisis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n days are in.</source>
        <translation>
            <numerusform>Le %n jour est saisi.</numerusform>
            <numerusform>Les %n jours sont saisis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline: what others entered is of %1.</source>
        <translation>Hors ligne : les saisies des autres datent de %1.</translation>
    </message>
    <message>
        <source>Offline: what others entered is of %1, %2.</source>
        <translation>Hors ligne : les saisies des autres datent du %1, %2.</translation>
    </message>
    <message>
        <source>Figures are as of %1, %2.</source>
        <translation>Chiffres au %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing prices the hours of %n people: they are in no amount.</source>
        <translation>
            <numerusform>Aucune règle ne chiffre les heures de %n personne : elles ne sont dans aucun montant.</numerusform>
            <numerusform>Aucune règle ne chiffre les heures de %n personnes : elles ne sont dans aucun montant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours worked</source>
        <translation>Heures travaillées</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid at 1.5×</source>
        <translation>Payées à 1,5×</translation>
    </message>
    <message>
        <source>Paid at 2.0×</source>
        <translation>Payées à 2,0×</translation>
    </message>
    <message>
        <source>Labour cost</source>
        <translation>Main-d’œuvre</translation>
    </message>
    <message>
        <source>with %1 for the week</source>
        <translation>dont %1 pour la semaine</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>estimation</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Pénalités de repas</translation>
    </message>
    <message>
        <source>Against budget</source>
        <translation>Écart au budget</translation>
    </message>
    <message>
        <source>for everybody only</source>
        <translation>pour tous seulement</translation>
    </message>
    <message>
        <source>no budget set</source>
        <translation>pas de budget</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 au-dessus</translation>
    </message>
    <message>
        <source>%1 under</source>
        <translation>%1 au-dessous</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>%1 and %2 worked the most.</source>
        <translation>%1 et %2 ont le plus travaillé.</translation>
    </message>
    <message>
        <source>%1 worked the most.</source>
        <translation>%1 a le plus travaillé.</translation>
    </message>
    <message>
        <source>%1 of all hours are overtime.</source>
        <translation>%1 des heures sont des heures sup.</translation>
    </message>
    <message>
        <source>Overtime follows from each person’s deal. Your role does not see deals, so it is not counted here.</source>
        <translation>Les heures sup. dépendent du contrat de chacun. Votre rôle ne voit pas les contrats : elles ne sont pas comptées ici.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Heures sup.</translation>
    </message>
    <message>
        <source>Overtime hours per week.</source>
        <translation>Heures sup. par semaine.</translation>
    </message>
    <message>
        <source>%1 is %2 over plan.</source>
        <translation>%1 : %2 au-dessus du prévu.</translation>
    </message>
    <message>
        <source>%1 is %2 under plan.</source>
        <translation>%1 : %2 au-dessous du prévu.</translation>
    </message>
    <message>
        <source>%1 is as planned.</source>
        <translation>%1 est comme prévu.</translation>
    </message>
    <message>
        <source>It is up %1 on the week before.</source>
        <translation>C’est %1 de plus que la semaine d’avant.</translation>
    </message>
    <message>
        <source>It is down %1 on the week before.</source>
        <translation>C’est %1 de moins que la semaine d’avant.</translation>
    </message>
    <message>
        <source>It is the same as the week before.</source>
        <translation>C’est autant que la semaine d’avant.</translation>
    </message>
    <message>
        <source>Day %1, %2</source>
        <translation>Jour %1, %2</translation>
    </message>
    <message>
        <source>Shoot day</source>
        <translation>Jour de tournage</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>Hors budget</translation>
    </message>
    <message>
        <source>Labour per shoot day, one department.</source>
        <translation>Main-d’œuvre par jour de tournage, un département.</translation>
    </message>
    <message>
        <source>Labour per shoot day, all departments.</source>
        <translation>Main-d’œuvre par jour de tournage, tous les départements.</translation>
    </message>
    <message>
        <source>No day of this week ran over.</source>
        <translation>Aucun jour de cette semaine n’a dépassé.</translation>
    </message>
    <message>
        <source>%1 ran %2 over.</source>
        <translation>%1 a dépassé de %2.</translation>
    </message>
    <message numerus="yes">
        <source>It had %n meal penalties.</source>
        <translation>
            <numerusform>Il y a eu %n pénalité de repas.</numerusform>
            <numerusform>Il y a eu %n pénalités de repas.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 were paid at 2.0×.</source>
        <translation>%1 ont été payées à 2,0×.</translation>
    </message>
    <message>
        <source>Meal penalties follow from each person’s deal. Your role does not see deals. Late meals are flagged in the crew grid.</source>
        <translation>Les pénalités de repas dépendent du contrat de chacun. Votre rôle ne voit pas les contrats. Les repas tardifs sont signalés dans la grille d’équipe.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Meal penalties per shoot day.</source>
        <translation>Pénalités de repas par jour de tournage.</translation>
    </message>
    <message>
        <source>There was none this week.</source>
        <translation>Il n’y en a eu aucune cette semaine.</translation>
    </message>
    <message>
        <source>Every day of this week had some.</source>
        <translation>Il y en a eu chaque jour de cette semaine.</translation>
    </message>
    <message numerus="yes">
        <source>No penalties on the days %1.</source>
        <translation>
            <numerusform>Aucune pénalité le jour %1.</numerusform>
            <numerusform>Aucune pénalité les jours %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Amounts in another currency are left out.</source>
        <translation>Les montants dans une autre devise ne sont pas comptés.</translation>
    </message>
    <message>
        <source>no shoot day priced yet</source>
        <translation>aucun jour de tournage chiffré</translation>
    </message>
    <message>
        <source>No shoot days this week.</source>
        <translation>Aucun jour de tournage cette semaine.</translation>
    </message>
</context>
<context>
    <name>film::app::DayDelegate</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>film::app::DayPanel</name>
    <message>
        <source>scenes %1</source>
        <translation>séq. %1</translation>
    </message>
    <message>
        <source>Show all history</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>For your department head or payroll</source>
        <translation>Pour votre chef de poste ou la paie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>Call sheet</source>
        <translation>Feuille de service</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>No call sheet for this day.</source>
        <translation>Pas de feuille de service pour ce jour.</translation>
    </message>
    <message>
        <source>Agreed for this day</source>
        <translation>Convenu pour ce jour</translation>
    </message>
    <message>
        <source>Nothing special</source>
        <translation>Rien de particulier</translation>
    </message>
    <message>
        <source>Agreed for this day: %1</source>
        <translation>Convenu pour ce jour&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pay if saved like this</source>
        <translation>Paie si vous enregistrez ainsi</translation>
    </message>
    <message>
        <source>Pay so far</source>
        <translation>Paie à ce stade</translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>et %n autre ligne</numerusform>
            <numerusform>et %n autres lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>Votre convocation</translation>
    </message>
    <message>
        <source>Unit meal</source>
        <translation>Repas de l’équipe</translation>
    </message>
    <message>
        <source>Estimated wrap</source>
        <translation>Fin estimée</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Convocation %1</translation>
    </message>
    <message>
        <source>Call %1, %2</source>
        <translation>Convocation %1, %2</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Nothing was entered yet.</source>
        <translation>Rien n’est encore saisi.</translation>
    </message>
    <message>
        <source>No earlier change is known on this computer.</source>
        <translation>Aucune modification antérieure n’est connue sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Indemnités</translation>
    </message>
    <message>
        <source>kit $50; per diem 62.50</source>
        <comment>an example of what is typed</comment>
        <translation>kit 50 €; repas 62,50</translation>
    </message>
    <message>
        <source>Allowances are in the sum of the week.</source>
        <translation>Les indemnités sont dans la somme de la semaine.</translation>
    </message>
    <message>
        <source>Units and accounts</source>
        <translation>Équipes et comptes</translation>
    </message>
    <message>
        <source>Paid by:
%1</source>
        <comment>who bears the cost, a line each</comment>
        <translation>À la charge de :
%1</translation>
    </message>
</context>
<context>
    <name>film::app::DayStrip</name>
    <message>
        <source>The day to scale</source>
        <translation>La journée à l’échelle</translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>Maintenant %1</translation>
    </message>
    <message>
        <source>Meal %1 %2</source>
        <translation>Repas %1 %2</translation>
    </message>
    <message>
        <source>Meal %1</source>
        <translation>Repas %1</translation>
    </message>
    <message>
        <source>Wrap by %1</source>
        <translation>Fin max. %1</translation>
    </message>
    <message>
        <source>Wrap %1</source>
        <translation>Fin %1</translation>
    </message>
    <message>
        <source>Planned wrap</source>
        <translation>Fin prévue</translation>
    </message>
</context>
<context>
    <name>film::app::DayUnits</name>
    <message>
        <source>Further unit</source>
        <translation>Autre équipe</translation>
    </message>
    <message>
        <source>Times for the further unit</source>
        <translation>Heures pour l’autre équipe</translation>
    </message>
    <message>
        <source>Also worked: 1400 1800-1830 2100</source>
        <translation>Aussi travaillé : 1400 1800-1830 2100</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Épisode</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>Ce jour</translation>
    </message>
    <message>
        <source>Times, %1</source>
        <comment>of a unit</comment>
        <translation>Heures, %1</translation>
    </message>
    <message>
        <source>Account, %1</source>
        <comment>of a unit</comment>
        <translation>Compte, %1</translation>
    </message>
    <message>
        <source>Episode, %1</source>
        <comment>of a unit</comment>
        <translation>Épisode, %1</translation>
    </message>
</context>
<context>
    <name>film::app::DecisionPanel</name>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Commentaire</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Needed only when you send it back</source>
        <translation>Nécessaire seulement pour renvoyer</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>Code de signature</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>&amp;Approuver et signer</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Withdraw approval</source>
        <translation>Re&amp;tirer l’approbation</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Sign as %1</source>
        <translation>Signer : %1</translation>
    </message>
    <message>
        <source>Your PIN was given less than 5 minutes ago.</source>
        <translation>Votre code a été donné il y a moins de 5 minutes.</translation>
    </message>
    <message>
        <source>Choose a signing PIN, 4 characters or more</source>
        <translation>Choisissez un code, 4 caractères ou plus</translation>
    </message>
    <message>
        <source>&amp;Send back to %1…</source>
        <translation>&amp;Renvoyer à %1…</translation>
    </message>
    <message>
        <source>You can withdraw an approval until production approves.</source>
        <translation>Vous pouvez retirer une approbation jusqu’à celle de la production.</translation>
    </message>
    <message>
        <source>You can withdraw an approval until payroll locks the week.</source>
        <translation>Vous pouvez retirer une approbation jusqu’à ce que la paie verrouille la semaine.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>who, a day, what changed</comment>
        <translation>%1, %2 : %3</translation>
    </message>
    <message>
        <source>Nothing was entered or said yet.</source>
        <translation>Rien n’a encore été saisi ni dit.</translation>
    </message>
    <message>
        <source>What should %1 check? All times are kept, and the week can be submitted again.</source>
        <translation>Que doit vérifier %1 ? Toutes les heures sont gardées, et la semaine peut être remise de nouveau.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>days, a comment</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>film::app::DelegateDialog</name>
    <message>
        <source>&amp;Let them approve</source>
        <translation>&amp;Laisser approuver</translation>
    </message>
    <message>
        <source>Who approves in somebody’s place</source>
        <translation>Qui approuve à la place de quelqu’un</translation>
    </message>
    <message>
        <source>Delegate approvals</source>
        <translation>Déléguer les approbations</translation>
    </message>
    <message>
        <source>They see, correct and approve the days of the department as its head does, but not their own. It ends by itself, and you can take it back before. Everybody on the production can see it.</source>
        <translation>Cette personne voit, corrige et approuve les jours du département comme son chef, mais pas les siens. Cela finit de soi-même, et vous pouvez le reprendre avant. Toute la production peut le voir.</translation>
    </message>
    <message>
        <source>Who approves in your place</source>
        <translation>Qui approuve à votre place</translation>
    </message>
    <message>
        <source>Up to and with</source>
        <translation>Jusqu’au (inclus)</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Qui</translation>
    </message>
    <message>
        <source>&amp;Up to and with</source>
        <translation>&amp;Jusqu’au (inclus)</translation>
    </message>
    <message>
        <source>%1 approves in your place up to and with %2, from their next start of Film Tracker on.</source>
        <translation>%1 approuve à votre place jusqu’au %2 inclus, dès son prochain démarrage de Film Tracker.</translation>
    </message>
    <message>
        <source>%1 does not approve in your place any more. What they signed stays signed.</source>
        <translation>%1 n’approuve plus à votre place. Ce qui est signé reste signé.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name, a position</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nobody else of the department has joined yet</source>
        <translation>Personne d’autre du département n’a encore rejoint</translation>
    </message>
    <message>
        <source>%1 for %2, ended on %3</source>
        <comment>two names, a day</comment>
        <translation>%1 pour %2, terminé le %3</translation>
    </message>
    <message>
        <source>%1 for %2, up to and with %3</source>
        <comment>two names, a day</comment>
        <translation>%1 pour %2, jusqu’au %3 inclus</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Take back from %1</source>
        <translation>Reprendre à %1</translation>
    </message>
</context>
<context>
    <name>film::app::DockTitle</name>
    <message>
        <source>Close this panel</source>
        <translation>Fermer ce volet</translation>
    </message>
    <message>
        <source>Close. The View menu brings it back.</source>
        <translation>Fermer. Le menu Affichage le rouvre.</translation>
    </message>
</context>
<context>
    <name>film::app::ErrorText</name>
    <message>
        <source>No connection. Your times are saved on this computer and are sent as soon as you are back online.</source>
        <translation>Pas de connexion. Vos horaires sont enregistrés sur cet ordinateur et partent dès que vous êtes de nouveau en ligne.</translation>
    </message>
    <message>
        <source>There was no answer in time. What was saved before is safe; try this again in a moment.</source>
        <translation>Pas de réponse à temps. Ce qui était déjà enregistré est en sécurité&#xa0;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Someone else changed this day. Both versions are kept. Review them when it suits you.</source>
        <translation>Quelqu’un d’autre a modifié ce jour. Les deux versions sont gardées. Regardez-les quand vous voulez.</translation>
    </message>
    <message>
        <source>That is here already. Nothing was changed.</source>
        <translation>C’est déjà là. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>You are signed out. You can keep working; your changes stay here until you sign in.</source>
        <translation>Cet ordinateur est déconnecté. Vous pouvez continuer à travailler&#xa0;; vos modifications restent ici jusqu’à la reconnexion.</translation>
    </message>
    <message>
        <source>Your role on this production does not allow this. Nothing was changed.</source>
        <translation>Votre rôle dans cette production ne le permet pas. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>That is not known here. It may have been removed on another computer.</source>
        <translation>Ce n’est pas connu ici. Cela a peut-être été supprimé sur un autre ordinateur.</translation>
    </message>
    <message>
        <source>That code is no longer good. Ask your coordinator for a new one. Nothing was sent.</source>
        <translation>Ce code n’est plus valable. Demandez-en un nouveau à la coordination. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Not saved yet. Check the marked fields.</source>
        <translation>Pas encore enregistré. Vérifiez les champs marqués.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This computer’s disk is full, so the last change could not be saved. It is still on screen. Free some space, then press Save again.</source>
        <translation>Le disque de cet ordinateur est plein, la dernière modification n’a pas pu être enregistrée. Elle est encore à l’écran. Libérez de la place, puis enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>Not saved: this computer could not write to its disk. What was saved before is safe. Make the folder writable, then press Save again before you close the window.</source>
        <translation>Pas enregistré&#xa0;: cet ordinateur n’a pas pu écrire sur son disque. Ce qui était déjà enregistré est en sécurité. Autorisez l’écriture dans le dossier, puis enregistrez à nouveau avant de fermer la fenêtre.</translation>
    </message>
    <message>
        <source>The file with your times is damaged. It was set aside unchanged, and the last good copy can be opened.</source>
        <translation>Le fichier de vos horaires est abîmé. Il a été mis de côté tel quel, et la dernière bonne copie peut être ouverte.</translation>
    </message>
    <message>
        <source>That file was not made by Film Tracker. It was left as it is.</source>
        <translation>Ce fichier ne vient pas de Film Tracker. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>Your times were last saved by a newer version. They are safe. Install that version to open them.</source>
        <translation>Vos horaires ont été enregistrés par une version plus récente. Ils sont en sécurité. Installez cette version pour les ouvrir.</translation>
    </message>
    <message>
        <source>Film Tracker is already open with these times. Use that window, or close it first.</source>
        <translation>Film Tracker est déjà ouvert avec ces horaires. Utilisez cette fenêtre, ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>Something went wrong on our side. What was saved before is safe. Close the window and open it again; if it comes back, send us the log file.</source>
        <translation>Un problème est survenu de notre côté. Ce qui était déjà enregistré est en sécurité. Fermez la fenêtre et rouvrez-la&#xa0;; si cela se reproduit, envoyez-nous le fichier journal.</translation>
    </message>
</context>
<context>
    <name>film::app::ExceptionsPanel</name>
    <message>
        <source>Exceptions</source>
        <translation>Points à voir</translation>
    </message>
    <message>
        <source>✓ No exceptions. %1 of %2 days are in.</source>
        <translation>✓ Rien à signaler. %1 jours saisis sur %2.</translation>
    </message>
</context>
<context>
    <name>film::app::ExportChangesDialog</name>
    <message>
        <source>Choose where to put it…</source>
        <translation>Choisir l’emplacement…</translation>
    </message>
    <message>
        <source>Export changes to a file</source>
        <translation>Exporter les modifications dans un fichier</translation>
    </message>
    <message numerus="yes">
        <source>The %n changes that wait for the server go into one file, sealed with a passphrase. Import it on a computer that has a connection. They stay here as well, and nothing counts twice.</source>
        <translation>
            <numerusform>La modification qui attend le serveur va dans un fichier, scellé par une phrase secrète. Importez-le sur un ordinateur connecté. Elle reste aussi ici, et rien ne compte deux fois.</numerusform>
            <numerusform>Les %n modifications qui attendent le serveur vont dans un fichier, scellé par une phrase secrète. Importez-le sur un ordinateur connecté. Elles restent aussi ici, et rien ne compte deux fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase secrète</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>&amp;Encore la même</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Tell it to the other person in words, not on the stick.</source>
        <translation>
            <numerusform>Au moins %n caractère. Dites-la à l’autre personne, ne la mettez pas sur la clé.</numerusform>
            <numerusform>Au moins %n caractères. Dites-la à l’autre personne, ne la mettez pas sur la clé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open the file, you neither.</source>
        <translation>Sans la phrase secrète, personne ne peut ouvrir le fichier, vous non plus.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Les deux ne sont pas encore identiques.</translation>
    </message>
</context>
<context>
    <name>film::app::FirstRunPage</name>
    <message>
        <source>Join a production</source>
        <translation>Rejoindre une production</translation>
    </message>
    <message>
        <source>Your coordinator gave you an invite code and the address of the production’s server.</source>
        <translation>La coordination vous a donné un code d’invitation et l’adresse du serveur de la production.</translation>
    </message>
    <message>
        <source>Start on this computer</source>
        <translation>Commencer sur cet ordinateur</translation>
    </message>
    <message>
        <source>Keep your own times now. Join a production later; your times come along.</source>
        <translation>Notez vos horaires dès maintenant. Rejoignez une production plus tard&#xa0;; vos horaires suivent.</translation>
    </message>
    <message>
        <source>Welcome to Film Tracker</source>
        <translation>Bienvenue dans Film Tracker</translation>
    </message>
    <message>
        <source>Everything you enter is saved on this computer first. It works with no internet, all day.</source>
        <translation>Tout ce que vous saisissez est d’abord enregistré sur cet ordinateur. Cela marche sans Internet, toute la journée.</translation>
    </message>
    <message>
        <source>wss://crew.example.com</source>
        <translation>wss://crew.example.com</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Invite &amp;code</source>
        <translation>&amp;Code d’invitation</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>&amp;Adresse du serveur</translation>
    </message>
    <message>
        <source>Na&amp;me of this computer</source>
        <translation>&amp;Nom de cet ordinateur</translation>
    </message>
    <message>
        <source>What joining does</source>
        <translation>Rejoindre une production</translation>
    </message>
    <message>
        <source>Brings in your call sheets and past weeks</source>
        <translation>Récupère vos feuilles de service et vos semaines passées</translation>
    </message>
    <message>
        <source>Shares your times with your department head and payroll</source>
        <translation>Partage vos horaires avec votre chef de poste et la paie</translation>
    </message>
    <message>
        <source>Does not send anything else from this computer</source>
        <translation>N’envoie rien d’autre depuis cet ordinateur</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>1st AC</source>
        <translation>1er assistant caméra</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>&amp;Production</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Votre &amp;nom</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>&amp;Département</translation>
    </message>
    <message>
        <source>P&amp;osition</source>
        <translation>&amp;Fonction</translation>
    </message>
    <message>
        <source>What starting alone does</source>
        <translation>Commencer en solo</translation>
    </message>
    <message>
        <source>Keeps your times on this computer</source>
        <translation>Garde vos horaires sur cet ordinateur</translation>
    </message>
    <message>
        <source>Needs no account and no network</source>
        <translation>Ne demande ni compte ni réseau</translation>
    </message>
    <message>
        <source>Does not send anything anywhere</source>
        <translation>N’envoie rien nulle part</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Hour format</source>
        <translation>Format des heures</translation>
    </message>
    <message>
        <source>You can change all of this later.</source>
        <translation>Tout cela peut être changé plus tard.</translation>
    </message>
    <message>
        <source>With an acc&amp;ount…</source>
        <translation>Avec un c&amp;ompte…</translation>
    </message>
    <message>
        <source>Sign in with your browser, where the server has that</source>
        <translation>Se connecter dans le navigateur, si le serveur le permet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Langue du système</translation>
    </message>
</context>
<context>
    <name>film::app::HelpDialog</name>
    <message>
        <source>Help for this screen</source>
        <translation>Aide pour cet écran</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guide d’utilisation</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>All &amp;pages</source>
        <translation>Toutes les &amp;pages</translation>
    </message>
    <message>
        <source>Shortcuts of this screen</source>
        <translation>Raccourcis de cet écran</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>film::app::HistoryPanel</name>
    <message>
        <source>Restore this value</source>
        <translation>Restaurer cette valeur</translation>
    </message>
    <message>
        <source>History of the day</source>
        <translation>Historique du jour</translation>
    </message>
    <message>
        <source>Writes a new change; nothing is taken out of the history</source>
        <translation>Écrit une nouvelle modification&#xa0;; rien n’est retiré de l’historique</translation>
    </message>
    <message>
        <source>Select a day and press F4.</source>
        <translation>Sélectionnez un jour et appuyez sur F4.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person, a date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The history on this computer begins when it joined; older values came before.</source>
        <translation>L’historique de cet ordinateur commence à son arrivée dans la production&#xa0;; il y a eu d’autres valeurs avant.</translation>
    </message>
    <message>
        <source>Nothing was entered for this day yet.</source>
        <translation>Rien n’est encore saisi pour ce jour.</translation>
    </message>
</context>
<context>
    <name>film::app::ImportChangesDialog</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase secrète</translation>
    </message>
    <message>
        <source>Changes in the file</source>
        <translation>Modifications dans le fichier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Import changes from a file</source>
        <translation>Importer des modifications d’un fichier</translation>
    </message>
    <message>
        <source>%1 is sealed. Whoever exported it knows the passphrase. You see what is in it before anything changes here.</source>
        <translation>%1 est scellé. La personne qui l’a exporté connaît la phrase secrète. Vous voyez ce qu’il contient avant que quoi que ce soit change ici.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n changes</source>
        <translation>
            <numerusform>Reprendre %n modification</numerusform>
            <numerusform>Reprendre %n modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From this computer, %1. %n changes are missing here and come back as they were.</source>
        <translation>
            <numerusform>De cet ordinateur, %1. %n modification manque ici et revient telle quelle.</numerusform>
            <numerusform>De cet ordinateur, %1. %n modifications manquent ici et reviennent telles quelles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %2, %1. %n changes can be taken in.</source>
        <translation>
            <numerusform>De %2, %1. %n modification peut être reprise.</numerusform>
            <numerusform>De %2, %1. %n modifications peuvent être reprises.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent as entered by you, from their file. Where somebody entered something else meanwhile, both versions are kept.</source>
        <translation>Elles sont envoyées comme saisies par vous, d’après ce fichier. Là où quelqu’un a saisi autre chose entre-temps, les deux versions sont conservées.</translation>
    </message>
    <message numerus="yes">
        <source>%n more are here already and are left as they are.</source>
        <translation>
            <numerusform>%n autre est déjà ici et reste telle quelle.</numerusform>
            <numerusform>%n autres sont déjà ici et restent telles quelles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be taken by you, such as signatures or other departments’ days. They are safe on the computer that made them and are sent from there.</source>
        <translation>
            <numerusform>%n autre ne peut pas être reprise par vous, comme une signature ou le jour d’un autre département. Elle est en sécurité sur l’ordinateur d’origine et part de là.</numerusform>
            <numerusform>%n autres ne peuvent pas être reprises par vous, comme des signatures ou les jours d’autres départements. Elles sont en sécurité sur l’ordinateur d’origine et partent de là.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ImportDesk</name>
    <message>
        <source>Import &amp;crew list…</source>
        <translation>Importer la &amp;liste technique…</translation>
    </message>
    <message>
        <source>Import ca&amp;ll sheets…</source>
        <translation>Importer des &amp;feuilles de service…</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>Tableaux (*.csv *.txt *.tsv *.xlsx);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import crew list</source>
        <translation>Importer la liste technique</translation>
    </message>
    <message>
        <source>%1 cannot be read. Nothing was added.</source>
        <translation>Impossible de lire %1. Rien n’a été ajouté.</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy the rows first.</source>
        <translation>Il n’y a pas de texte à coller. Copiez d’abord les lignes.</translation>
    </message>
    <message>
        <source>That is no table of people. Nothing was added.</source>
        <translation>Ce n’est pas un tableau de personnes. Rien n’a été ajouté.</translation>
    </message>
    <message numerus="yes">
        <source>crew list of %n people</source>
        <translation>
            <numerusform>liste technique de %n personne</numerusform>
            <numerusform>liste technique de %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %n people was added. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>La liste de %n personne a été ajoutée. Ctrl+Z pour annuler.</numerusform>
            <numerusform>La liste de %n personnes a été ajoutée. Ctrl+Z pour annuler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody on that list was here already. Nothing was changed.</source>
        <translation>Toutes les personnes de cette liste étaient déjà là. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Import call sheets</source>
        <translation>Importer des feuilles de service</translation>
    </message>
    <message>
        <source>%1 is no call sheet. Nothing was added.</source>
        <translation>%1 n’est pas une feuille de service. Rien n’a été ajouté.</translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets</source>
        <translation>
            <numerusform>%n feuille de service</numerusform>
            <numerusform>%n feuilles de service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets were added. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>%n feuille de service ajoutée. Ctrl+Z pour annuler.</numerusform>
            <numerusform>%n feuilles de service ajoutées. Ctrl+Z pour annuler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those call sheets were here already. Nothing was changed.</source>
        <translation>Ces feuilles de service étaient déjà là. Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>film::app::JoinDialog</name>
    <message>
        <source>The key is lost: join as a &amp;new computer</source>
        <translation>La clé est perdue&#xa0;: re&amp;joindre comme nouvel ordinateur</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Join a production</source>
        <translation>Rejoindre une production</translation>
    </message>
    <message>
        <source>wss://crew.example.com</source>
        <translation>wss://crew.example.com</translation>
    </message>
    <message>
        <source>Ask your coordinator for a new invite code. What you entered meanwhile is kept here, and is sent once you are signed in.</source>
        <translation>Demandez un nouveau code d’invitation à la coordination. Ce que vous avez saisi entre-temps est gardé ici et part à la reconnexion.</translation>
    </message>
    <message>
        <source>Your coordinator gave you an invite code and the address of the production’s server. What you entered alone stays on this computer, and you are asked whether to bring it in.</source>
        <translation>La coordination vous a donné un code d’invitation et l’adresse du serveur de la production. Ce que vous avez saisi en solo reste sur cet ordinateur, et il vous est demandé s’il faut le reprendre.</translation>
    </message>
    <message>
        <source>Invite &amp;code</source>
        <translation>&amp;Code d’invitation</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>&amp;Adresse du serveur</translation>
    </message>
    <message>
        <source>Na&amp;me of this computer</source>
        <translation>&amp;Nom de cet ordinateur</translation>
    </message>
    <message>
        <source>With an acc&amp;ount…</source>
        <translation>Avec un c&amp;ompte…</translation>
    </message>
    <message>
        <source>Sign in with your browser, where the server has that</source>
        <translation>Se connecter dans le navigateur, si le serveur le permet</translation>
    </message>
</context>
<context>
    <name>film::app::LastDayDialog</name>
    <message>
        <source>Leaves the production</source>
        <translation>Quitte la production</translation>
    </message>
    <message>
        <source>&amp;Last day of %1</source>
        <translation>&amp;Dernier jour de %1</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>All times and approvals stay. From the day after, the person is listed under “Left” and can be brought back.</source>
        <translation>Toutes les heures et approbations restent. Dès le lendemain, la personne figure sous « Partis » et peut être rappelée.</translation>
    </message>
    <message>
        <source>Set the last day</source>
        <translation>Fixer le dernier jour</translation>
    </message>
</context>
<context>
    <name>film::app::MainWindow</name>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>E&amp;ntry</source>
        <translation>&amp;Saisie</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>Se&amp;maine</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>&amp;Production</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Light or dark</source>
        <translation>&amp;Clair ou sombre</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>&amp;Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Sync &amp;now</source>
        <translation>Synchroniser &amp;maintenant</translation>
    </message>
    <message>
        <source>S&amp;ync details</source>
        <translation>&amp;Détails de la synchro</translation>
    </message>
    <message>
        <source>Edit &amp;cell</source>
        <translation>Modifier la &amp;cellule</translation>
    </message>
    <message>
        <source>&amp;Quick entry</source>
        <translation>Saisie &amp;rapide</translation>
    </message>
    <message>
        <source>&amp;Stamp the next time</source>
        <translation>&amp;Pointer l’heure suivante</translation>
    </message>
    <message>
        <source>&amp;Copy last week</source>
        <translation>&amp;Copier la semaine passée</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>&amp;Next flag</source>
        <translation>Point à voir &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous flag</source>
        <translation>Point à &amp;voir précédent</translation>
    </message>
    <message>
        <source>&amp;Week before</source>
        <translation>Semaine &amp;précédente</translation>
    </message>
    <message>
        <source>Week &amp;after</source>
        <translation>Semaine &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Aujourd’hui</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Hour format</source>
        <translation>Format des heures</translation>
    </message>
    <message>
        <source>Hours in tenths</source>
        <translation>Heures en dixièmes</translation>
    </message>
    <message>
        <source>Hours and minutes</source>
        <translation>Heures et minutes</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>Afficher «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 · Film Tracker</source>
        <translation>%1 · Film Tracker</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Rules %1</source>
        <translation>Règles %1</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>&amp;Search and commands…</source>
        <translation>Rec&amp;herche et commandes…</translation>
    </message>
    <message>
        <source>Search people, days, commands</source>
        <translation>Chercher personnes, jours, commandes</translation>
    </message>
    <message>
        <source>Search and commands (%1)</source>
        <translation>Recherche et commandes (%1)</translation>
    </message>
    <message>
        <source>&amp;Help for this screen</source>
        <translation>&amp;Aide pour cet écran</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Guide d’utilisation</translation>
    </message>
    <message>
        <source>F1 Help</source>
        <translation>F1 Aide</translation>
    </message>
    <message>
        <source>%1 · %2 · Film Tracker</source>
        <comment>a production, the state of the sync</comment>
        <translation>%1 · %2 · Film Tracker</translation>
    </message>
</context>
<context>
    <name>film::app::MyWeekPage</name>
    <message>
        <source>My week</source>
        <translation>Ma semaine</translation>
    </message>
    <message>
        <source>No flags in this week.</source>
        <translation>Rien à signaler cette semaine.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No calls yet this week. Type a day above, or copy last week.</source>
        <translation>Pas encore de convocation cette semaine. Tapez une journée ci-dessus, ou copiez la semaine passée.</translation>
    </message>
    <message>
        <source>Copy last week</source>
        <translation>Copier la semaine passée</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, a field</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and its field, what is asked</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: “%2” can be read in two ways.</source>
        <translation>%1&#xa0;: «&#xa0;%2&#xa0;» peut se lire de deux façons.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>&amp;Submit week…</source>
        <translation>Re&amp;mettre la semaine…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Ctrl+Maj+Entrée</translation>
    </message>
    <message>
        <source>&amp;Initial the change</source>
        <translation>&amp;Parapher la modification</translation>
    </message>
    <message>
        <source>It is not so…</source>
        <translation>Ce n’est pas exact…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) submitted, signed by this computer. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n jour remis, signé par cet ordinateur. Ctrl+Z le reprend.</numerusform>
            <numerusform>%n jours remis, signés par cet ordinateur. Ctrl+Z les reprend.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) taken back. You can change them again.</source>
        <translation>
            <numerusform>%n jour repris. Vous pouvez de nouveau le modifier.</numerusform>
            <numerusform>%n jours repris. Vous pouvez de nouveau les modifier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) changed or were approved meanwhile and were left alone.</source>
        <translation>
            <numerusform>%n jour a été modifié ou approuvé entre-temps et a été laissé tel quel.</numerusform>
            <numerusform>%n jours ont été modifiés ou approuvés entre-temps et ont été laissés tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your word about %1 is saved and goes to whoever approves it.</source>
        <translation>Votre avis sur %1 est enregistré et va à qui l’approuve.</translation>
    </message>
    <message>
        <source>%1 initialled. Ctrl+Z to undo.</source>
        <translation>%1 paraphé. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>%1 %2, was %3</source>
        <comment>a field, its value, the value before</comment>
        <translation>%1 %2, était %3</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a reason</comment>
        <translation>« %1 »</translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s) wait for your initials.</source>
        <translation>
            <numerusform>%n autre jour attend votre paraphe.</numerusform>
            <numerusform>%n autres jours attendent votre paraphe.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed your %2: %3.</source>
        <comment>who, a day, what</comment>
        <translation>%1 a modifié votre %2 : %3.</translation>
    </message>
    <message>
        <source>other times</source>
        <translation>d’autres heures</translation>
    </message>
    <message>
        <source>It is not so</source>
        <translation>Ce n’est pas exact</translation>
    </message>
    <message>
        <source>What is wrong about %1? Both values are kept; whoever approves the day reads this.</source>
        <translation>Qu’est-ce qui est faux pour %1 ? Les deux valeurs sont gardées ; qui approuve le jour lit ceci.</translation>
    </message>
    <message>
        <source>Partly submitted</source>
        <translation>Remise en partie</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>Non remise</translation>
    </message>
    <message>
        <source>Submitted %1</source>
        <comment>a weekday and a time</comment>
        <translation>Remise %1</translation>
    </message>
    <message>
        <source>Approved by your department %1</source>
        <translation>Approuvée par votre département %1</translation>
    </message>
    <message>
        <source>Approved by production %1</source>
        <translation>Approuvée par la production %1</translation>
    </message>
    <message>
        <source>Locked by payroll</source>
        <translation>Verrouillée par la paie</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>Signée par %1</translation>
    </message>
    <message>
        <source>&amp;Take back…</source>
        <translation>Rep&amp;rendre…</translation>
    </message>
    <message>
        <source>%1 sent this week back: “%2”</source>
        <translation>%1 a renvoyé cette semaine : « %2 »</translation>
    </message>
    <message>
        <source>All your times are kept. Check them and submit the week again.</source>
        <translation>Toutes vos heures sont gardées. Vérifiez-les et remettez la semaine de nouveau.</translation>
    </message>
    <message>
        <source>Take the week back? You can change your times again and submit it later.</source>
        <translation>Reprendre la semaine ? Vous pourrez modifier vos heures et la remettre plus tard.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Leave it submitted</source>
        <translation>La laisser remise</translation>
    </message>
    <message>
        <source>By submitting you confirm that these times are right. You can take the week back until your department signs.</source>
        <translation>En la remettant, vous confirmez que ces heures sont exactes. Vous pouvez reprendre la semaine tant que votre département n’a pas signé.</translation>
    </message>
    <message>
        <source>Submit week %1 with %2 hours?</source>
        <translation>Remettre la semaine %1 avec %2 heures ?</translation>
    </message>
    <message>
        <source>Submit and confirm</source>
        <translation>Remettre et confirmer</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>%1 Not complete: %2.</source>
        <comment>a question, days</comment>
        <translation>%1 Incomplet : %2.</translation>
    </message>
    <message>
        <source>Submit anyway</source>
        <translation>Remettre quand même</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>This week changed while you were asked. Nothing was done; look at it again.</source>
        <translation>Cette semaine a changé pendant la question. Rien n’a été fait ; regardez-la à nouveau.</translation>
    </message>
    <message>
        <source>Entry history</source>
        <translation>Historique des saisies</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>Code de signature</translation>
    </message>
    <message>
        <source>Choose a signing PIN, 4 characters or more</source>
        <translation>Choisissez un code, 4 caractères ou plus</translation>
    </message>
</context>
<context>
    <name>film::app::NavigationPanel</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>%1, %2 to look at</source>
        <translation>%1, %2 à voir</translation>
    </message>
</context>
<context>
    <name>film::app::NoticePanel</name>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
</context>
<context>
    <name>film::app::NoticeSettingsPage</name>
    <message>
        <source>Told beside the icon in the tray, once each. Everything is also said in the window.</source>
        <translation>Dit à côté de l’icône de la zone de notification, une fois chacun. Tout est aussi dit dans la fenêtre.</translation>
    </message>
    <message>
        <source>This system has no tray, so nothing can be told outside of the window. Everything is said in it.</source>
        <translation>Ce système n’a pas de zone de notification : rien ne peut être dit hors de la fenêtre. Tout y est dit.</translation>
    </message>
    <message>
        <source>A &amp;meal or a wrap comes within 15 minutes</source>
        <translation>Un re&amp;pas ou la fin de journée arrive dans les 15 minutes</translation>
    </message>
    <message>
        <source>A day has &amp;two versions</source>
        <translation>Un jour a de&amp;ux versions</translation>
    </message>
    <message>
        <source>My week was &amp;sent back</source>
        <translation>Ma semaine a été &amp;renvoyée</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Heures calmes</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Calme de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Calme jusqu’à</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>until</source>
        <translation>à</translation>
    </message>
    <message>
        <source>What comes meanwhile is told afterwards, if it is still so.</source>
        <translation>Ce qui arrive entre-temps est dit ensuite, si c’est encore vrai.</translation>
    </message>
</context>
<context>
    <name>film::app::OfficeDesk</name>
    <message>
        <source>Taken back: %1.</source>
        <translation>Annulé : %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Refait : %1.</translation>
    </message>
    <message>
        <source>Somebody else changed that a moment ago. Nothing was changed here; look at it again.</source>
        <translation>Quelqu’un d’autre vient de le modifier. Rien n’a été modifié ici ; regardez-le de nouveau.</translation>
    </message>
</context>
<context>
    <name>film::app::OffsetsDialog</name>
    <message>
        <source>Department offsets</source>
        <translation>Décalages des départements</translation>
    </message>
    <message>
        <source>A department that is called ahead of the unit, or wraps later. Counted when times are entered from the bar or from the call sheet; a call that the sheet gives them stays as it is.</source>
        <translation>Un département convoqué avant l’équipe, ou qui finit plus tard. Compte quand les heures viennent de la barre ou de la feuille de service ; une convocation propre sur la feuille reste telle quelle.</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Pre-call, h</source>
        <translation>Avance, h</translation>
    </message>
    <message>
        <source>Wrap later, h</source>
        <translation>Fin plus tard, h</translation>
    </message>
    <message>
        <source>Pre-call of %1</source>
        <translation>Avance de %1</translation>
    </message>
    <message>
        <source>Later wrap of %1</source>
        <translation>Fin plus tardive de %1</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>A length looks like 0.5 or 0:30, up to 12 hours. A wrap may be earlier: -0.5.</source>
        <translation>Une durée s’écrit 0.5 ou 0:30, jusqu’à 12 heures. Une fin peut être plus tôt : -0.5.</translation>
    </message>
</context>
<context>
    <name>film::app::PasteDialog</name>
    <message>
        <source>Paste into the grid</source>
        <translation>Coller dans la grille</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Is read as</source>
        <translation>Lu comme</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>Pasted days and what becomes of them</source>
        <translation>Jours collés et ce qu’ils deviennent</translation>
    </message>
    <message>
        <source>What the pasted columns are</source>
        <translation>Ce que sont les colonnes collées</translation>
    </message>
    <message>
        <source>Each column is a day</source>
        <translation>Chaque colonne est un jour</translation>
    </message>
    <message>
        <source>The columns are the times of one day</source>
        <translation>Les colonnes sont les heures d’un jour</translation>
    </message>
    <message>
        <source>Leave days that have times as they are</source>
        <translation>Laisser les jours qui ont des heures</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n days</source>
        <translation>
            <numerusform>Appliquer à %n jour</numerusform>
            <numerusform>Appliquer à %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Is entered</source>
        <translation>Est saisi</translation>
    </message>
    <message>
        <source>Replaces %1</source>
        <translation>Remplace %1</translation>
    </message>
    <message>
        <source>Is so already, nothing changes</source>
        <translation>Est déjà ainsi, rien ne change</translation>
    </message>
    <message>
        <source>Has times and keeps them</source>
        <translation>A des heures et les garde</translation>
    </message>
    <message>
        <source>The day is locked.</source>
        <translation>Le jour est verrouillé.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00.</source>
        <translation>« %1 » est illisible. Une heure s’écrit 0700, 7.0 ou 7:00.</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>« %1 » peut se lire de deux façons.</translation>
    </message>
    <message>
        <source>The clocks change over it. Type it in the cell and choose.</source>
        <translation>L’heure change pendant ce temps. Saisissez-la dans la cellule et choisissez.</translation>
    </message>
    <message>
        <source>Nobody of that name is in the grid.</source>
        <translation>Personne de ce nom n’est dans la grille.</translation>
    </message>
    <message>
        <source>Several people have that name. Add their department.</source>
        <translation>Plusieurs personnes ont ce nom. Ajoutez leur département.</translation>
    </message>
    <message>
        <source>There is no person in that row of the grid.</source>
        <translation>Il n’y a personne sur cette ligne de la grille.</translation>
    </message>
    <message>
        <source>That day is not in the week that is shown.</source>
        <translation>Ce jour n’est pas dans la semaine affichée.</translation>
    </message>
    <message>
        <source>A row above has the same day.</source>
        <translation>Une ligne plus haut a le même jour.</translation>
    </message>
    <message numerus="yes">
        <source>%n days ready.</source>
        <translation>
            <numerusform>%n jour prêt.</numerusform>
            <numerusform>%n jours prêts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them replace times that are there.</source>
        <translation>
            <numerusform>%n d’entre eux remplace des heures présentes.</numerusform>
            <numerusform>%n d’entre eux remplacent des heures présentes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a look and stay out.</source>
        <translation>
            <numerusform>%n est à regarder et reste de côté.</numerusform>
            <numerusform>%n sont à regarder et restent de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written until you press Apply.</source>
        <translation>Rien n’est écrit avant que vous appuyiez sur Appliquer.</translation>
    </message>
</context>
<context>
    <name>film::app::PayWords</name>
    <message>
        <source>Est. %1</source>
        <comment>an estimated amount</comment>
        <translation>Estim. %1</translation>
    </message>
    <message>
        <source>No rule: no deal is known here</source>
        <translation>Sans règle&#xa0;: aucun contrat connu ici</translation>
    </message>
    <message>
        <source>No rule: the deal has no rate</source>
        <translation>Sans règle&#xa0;: le contrat n’indique pas de salaire</translation>
    </message>
    <message>
        <source>No rule: no rule pack is chosen</source>
        <translation>Sans règle&#xa0;: aucun jeu de règles choisi</translation>
    </message>
    <message>
        <source>No rule: the pack’s figures are doubtful</source>
        <translation>Sans règle&#xa0;: les chiffres du jeu de règles sont douteux</translation>
    </message>
    <message>
        <source>No rule: the pack begins later</source>
        <translation>Sans règle&#xa0;: le jeu de règles commence plus tard</translation>
    </message>
    <message>
        <source>No rule: the deal is in another currency</source>
        <translation>Sans règle&#xa0;: le contrat est dans une autre devise</translation>
    </message>
    <message>
        <source>No rule: the production’s side letter does not fit</source>
        <translation>Sans règle&#xa0;: l’avenant de la production n’est pas applicable</translation>
    </message>
    <message>
        <source>No rule: the deal’s own terms do not fit</source>
        <translation>Sans règle&#xa0;: les conditions du contrat ne sont pas applicables</translation>
    </message>
    <message>
        <source>No figure: times contradict each other</source>
        <translation>Pas de chiffre&#xa0;: les horaires se contredisent</translation>
    </message>
    <message>
        <source>Estimated from the times and terms entered. Payroll, the agreement and the law decide.</source>
        <translation>Estimé d’après les horaires et conditions saisis. La paie, la convention et la loi décident.</translation>
    </message>
    <message>
        <source>Weekly rate</source>
        <translation>Salaire hebdomadaire</translation>
    </message>
    <message>
        <source>Day rate</source>
        <translation>Cachet</translation>
    </message>
    <message>
        <source>Basic pay</source>
        <translation>Paie de base</translation>
    </message>
    <message>
        <source>Straight time</source>
        <translation>Heures normales</translation>
    </message>
    <message>
        <source>Time at %1</source>
        <translation>Heures à %1</translation>
    </message>
    <message>
        <source>Sixth or seventh day</source>
        <translation>Sixième ou septième jour</translation>
    </message>
    <message>
        <source>Overtime at %1</source>
        <translation>Heures sup. à %1</translation>
    </message>
    <message>
        <source>Before the unit’s call</source>
        <translation>Avant la convocation de l’équipe</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Voyage</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Férié</translation>
    </message>
    <message>
        <source>Made up to the minimum call</source>
        <translation>Complément à la durée minimale</translation>
    </message>
    <message>
        <source>Reporting time</source>
        <translation>Temps de présentation</translation>
    </message>
    <message>
        <source>Hours past a very long day</source>
        <translation>Heures au-delà de la longue journée</translation>
    </message>
    <message>
        <source>Early start</source>
        <translation>Heures matinales</translation>
    </message>
    <message>
        <source>Night work</source>
        <translation>Heures de nuit</translation>
    </message>
    <message>
        <source>Surcharge of the day</source>
        <translation>Majoration du jour</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s)</source>
        <translation>
            <numerusform>%n pénalité de repas</numerusform>
            <numerusform>%n pénalités de repas</numerusform>
        </translation>
    </message>
    <message>
        <source>Meal late or cut short</source>
        <translation>Repas tardif ou écourté</translation>
    </message>
    <message>
        <source>Short rest before</source>
        <translation>Repos trop court avant</translation>
    </message>
    <message>
        <source>Spread of hours</source>
        <translation>Amplitude de la journée</translation>
    </message>
    <message>
        <source>Weekly overtime</source>
        <translation>Heures sup. de la semaine</translation>
    </message>
    <message>
        <source>Over the included hours</source>
        <translation>Au-delà des heures comprises</translation>
    </message>
    <message>
        <source>Made up to the weekly guarantee</source>
        <translation>Complément à la garantie hebdomadaire</translation>
    </message>
    <message>
        <source>Made up to what the law asks for</source>
        <translation>Complément au minimum légal</translation>
    </message>
    <message>
        <source>Night work of the week</source>
        <translation>Heures de nuit de la semaine</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>Indemnité</translation>
    </message>
    <message>
        <source>Holiday pay</source>
        <translation>Congés payés</translation>
    </message>
    <message>
        <source>The wrap before this day is not known, so the rest was not judged.</source>
        <translation>La fin de journée précédente n’est pas connue, le repos n’a donc pas été vérifié.</translation>
    </message>
    <message>
        <source>More meal penalties in the week than the agreement prices clearly.</source>
        <translation>Plus de pénalités de repas dans la semaine que la convention n’en prévoit clairement.</translation>
    </message>
    <message>
        <source>A figure of the rule pack is doubtful.</source>
        <translation>Un chiffre du jeu de règles est douteux.</translation>
    </message>
    <message>
        <source>The rule pack’s terms have expired.</source>
        <translation>Les conditions du jeu de règles ont expiré.</translation>
    </message>
    <message>
        <source>Pays nothing until it is approved.</source>
        <translation>Rien n’est payé avant approbation.</translation>
    </message>
    <message>
        <source>Settled by time off.</source>
        <translation>Compensé par du repos.</translation>
    </message>
    <message>
        <source>The eighth day in a row or later: the agreement does not allow it.</source>
        <translation>Huitième jour de suite ou plus&#xa0;: la convention ne le permet pas.</translation>
    </message>
    <message>
        <source>The seventh day in a row: the agreement does not allow an eighth.</source>
        <translation>Septième jour de suite&#xa0;: la convention n’en permet pas un huitième.</translation>
    </message>
    <message>
        <source>Night work is settled at the end of the week.</source>
        <translation>Les heures de nuit sont réglées en fin de semaine.</translation>
    </message>
    <message>
        <source>Meal %1 is due</source>
        <translation>Repas %1 dû</translation>
    </message>
    <message>
        <source>%1 starts</source>
        <translation>Passage à %1</translation>
    </message>
    <message>
        <source>Last wrap for a full rest</source>
        <translation>Fin limite, repos complet</translation>
    </message>
    <message>
        <source>Minimum call reached</source>
        <translation>Durée minimale atteinte</translation>
    </message>
    <message>
        <source>%1 after call. Later than this is a meal penalty.</source>
        <translation>%1 après la convocation. Au-delà, pénalité de repas.</translation>
    </message>
    <message>
        <source>%1 after meal %2.</source>
        <translation>%1 après le repas %2.</translation>
    </message>
    <message>
        <source>%1 after call.</source>
        <translation>%1 après la convocation.</translation>
    </message>
    <message>
        <source>After %1 worked, if you take a %2 meal.</source>
        <translation>Après %1 de travail, avec un repas de %2.</translation>
    </message>
    <message>
        <source>After %1 worked.</source>
        <translation>Après %1 de travail.</translation>
    </message>
    <message>
        <source>%1’s call is %2. Your agreement asks for %3 between.</source>
        <translation>Convocation de %1&#xa0;: %2. Votre convention exige %3 de repos.</translation>
    </message>
    <message>
        <source>Until then you are paid %1 anyway.</source>
        <translation>D’ici là, %1 vous sont payées de toute façon.</translation>
    </message>
    <message>
        <source>Est. %1 if you wrap now, %2 in 15 min, %3 in 30 min</source>
        <translation>Estim. %1 si vous finissez maintenant, %2 dans 15&#xa0;min, %3 dans 30&#xa0;min</translation>
    </message>
    <message>
        <source>If the call stays, %1 of rest is missing and today’s rate carries on. %2</source>
        <translation>Si la convocation reste, il manque %1 de repos et le taux du jour court toujours. %2</translation>
    </message>
    <message>
        <source>If the call stays, %1 is paid extra: %2. %3</source>
        <translation>Si la convocation reste, %1 à payer en plus&#xa0;: %2. %3</translation>
    </message>
    <message>
        <source>No rule: pack %1 is not on this computer</source>
        <translation>Pas de règle&#xa0;: le jeu %1 n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>No rule: pack %1 version %2 is not on this computer</source>
        <translation>Pas de règle&#xa0;: le jeu %1, version %2, n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Rest break missed</source>
        <translation>Pause manquée</translation>
    </message>
    <message>
        <source>Put by for holidays not worked</source>
        <translation>Provision pour jours fériés chômés</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s) of the week are past the agreed number: %1 to %2, which is contested. The estimate counts them by the schedule.</source>
        <translation>
            <numerusform>%n pénalité de repas de la semaine dépasse le nombre convenu&#xa0;: de %1 à %2, ce qui est contesté. L’estimation la compte selon le barème.</numerusform>
            <numerusform>%n pénalités de repas de la semaine dépassent le nombre convenu&#xa0;: de %1 à %2, ce qui est contesté. L’estimation les compte selon le barème.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put by this week for holidays not worked, est. %1: not paid now.</source>
        <translation>Provision de cette semaine pour jours fériés chômés, est. %1&#xa0;: non versée maintenant.</translation>
    </message>
    <message>
        <source>Pack %1 leaves to people:</source>
        <translation>Le jeu de règles %1 laisse aux personnes&#xa0;:</translation>
    </message>
    <message>
        <source>No rule: no deal is in force in this week</source>
        <translation>Aucune règle : aucun contrat n’est en vigueur cette semaine</translation>
    </message>
    <message>
        <source>No times yet</source>
        <translation>Pas encore d’heures</translation>
    </message>
    <message>
        <source>No wrap yet</source>
        <translation>Pas encore de fin</translation>
    </message>
    <message>
        <source>No figure: the time zone is not known here</source>
        <translation>Aucun montant : le fuseau horaire n’est pas connu ici</translation>
    </message>
    <message>
        <source>No rule: no deal is in force on this day</source>
        <translation>Aucune règle : aucun contrat n’est en vigueur ce jour</translation>
    </message>
    <message>
        <source>No rule: the deal of this day has no pack that prices it</source>
        <translation>Aucune règle : le contrat de ce jour n’a pas de jeu de règles qui le chiffre</translation>
    </message>
    <message>
        <source>Priced with the day before: less than the rest that makes a new day lies between.</source>
        <translation>Chiffré avec la veille : il y a entre les deux moins que le repos qui fait un nouveau jour.</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a day on hold pays</source>
        <translation>Aucune règle : le jeu de règles ne dit pas ce que paie une journée en attente</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what an idle day pays</source>
        <translation>Aucune règle : le jeu de règles ne dit pas ce que paie une journée sans travail</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a sick day pays</source>
        <translation>Aucune règle : le jeu de règles ne dit pas ce que paie un jour de maladie</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a holiday pays that is not worked</source>
        <translation>Aucune règle : le jeu de règles ne dit pas ce que paie un férié non travaillé</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what such a day pays</source>
        <translation>Aucune règle : le jeu de règles ne dit pas ce que paie une telle journée</translation>
    </message>
    <message>
        <source>Day without work</source>
        <translation>Journée sans travail</translation>
    </message>
    <message>
        <source>The deal’s weekly guarantee is not counted: the pack does not say how many days it is for.</source>
        <translation>La garantie hebdomadaire du contrat n’est pas comptée : le jeu de règles ne dit pas pour combien de jours elle vaut.</translation>
    </message>
    <message>
        <source>Goes on into the next date: too little lay between to end the shift.</source>
        <translation>Se poursuit à la date suivante : il y avait trop peu entre les deux pour finir la journée.</translation>
    </message>
    <message>
        <source>An allowance in other money than the rule pack’s is in no sum.</source>
        <translation>Une indemnité dans une autre monnaie que celle des règles n’entre dans aucune somme.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 (%n people)</source>
        <comment>what comes, when, for how many</comment>
        <translation>
            <numerusform>%1 %2 (%n personne)</numerusform>
            <numerusform>%1 %2 (%n personnes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ahead today, %n at work: no more limits.</source>
        <translation>
            <numerusform>Encore aujourd’hui, %n au travail&#xa0;: plus de limites.</numerusform>
            <numerusform>Encore aujourd’hui, %n au travail&#xa0;: plus de limites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ahead today, %n at work: %1.</source>
        <translation>
            <numerusform>Encore aujourd’hui, %n au travail&#xa0;: %1.</numerusform>
            <numerusform>Encore aujourd’hui, %n au travail&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Est. %1 if they wrap now, %2 in 15 min, %3 in 30 min.</source>
        <translation>Estim. %1 s’ils finissent maintenant, %2 dans 15&#xa0;min, %3 dans 30&#xa0;min.</translation>
    </message>
    <message>
        <source>%1 of it are penalties that are not due yet.</source>
        <translation>Dont %1 de pénalités qui ne sont pas encore dues.</translation>
    </message>
    <message>
        <source>%1 version %2</source>
        <comment>a rule pack</comment>
        <translation>%1 version %2</translation>
    </message>
    <message>
        <source>Approved under %1: %2.</source>
        <comment>rule packs, money</comment>
        <translation>Approuvé selon %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 Today no rule gives a figure to hold against it.</source>
        <translation>%1 Aujourd’hui, aucune règle ne donne de montant à comparer.</translation>
    </message>
    <message>
        <source>%1 Under today’s terms: %2.</source>
        <translation>%1 Aux conditions d’aujourd’hui&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Today’s version, %1: %2.</source>
        <comment>rule packs, money</comment>
        <translation>Version d’aujourd’hui, %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: %2 when approved, %3 today</source>
        <comment>a pay line, money, money</comment>
        <translation>%1&#xa0;: %2 à l’approbation, %3 aujourd’hui</translation>
    </message>
    <message>
        <source>Without an account</source>
        <translation>Sans compte</translation>
    </message>
</context>
<context>
    <name>film::app::PeoplePage</name>
    <message>
        <source>People and their deals</source>
        <translation>Les personnes et leurs contrats</translation>
    </message>
    <message>
        <source>Only the production office changes the crew list.</source>
        <translation>Seul le bureau de production modifie la liste technique.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Read a crew list from a file</source>
        <translation>Lire une liste technique dans un fichier</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Ajouter une personne…</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Inser</translation>
    </message>
    <message>
        <source>Name, position or department</source>
        <translation>Nom, fonction ou département</translation>
    </message>
    <message>
        <source>Filter by name, position or department</source>
        <translation>Filtrer par nom, fonction ou département</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtrer (Ctrl+F)</translation>
    </message>
    <message>
        <source>&amp;Add a person…</source>
        <translation>&amp;Ajouter une personne…</translation>
    </message>
    <message>
        <source>&amp;Change person and deal…</source>
        <translation>&amp;Modifier la personne et le contrat…</translation>
    </message>
    <message>
        <source>&amp;Leaves the production…</source>
        <translation>&amp;Quitte la production…</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Rappeler</translation>
    </message>
    <message>
        <source>&amp;Filter the crew list</source>
        <translation>&amp;Filtrer la liste technique</translation>
    </message>
    <message>
        <source>&amp;Open or close all departments of the list</source>
        <translation>&amp;Ouvrir ou fermer tous les départements de la liste</translation>
    </message>
    <message>
        <source>On the production</source>
        <translation>Sur la production</translation>
    </message>
    <message>
        <source>No deal</source>
        <translation>Sans contrat</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Partis</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a filter, how many</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n people in %1 departments</source>
        <translation>
            <numerusform>%n personne, départements : %1</numerusform>
            <numerusform>%n personnes, départements : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the crew list…</source>
        <translation>Ouverture de la liste technique…</translation>
    </message>
    <message>
        <source>The crew list could not be read. The last good one is shown.</source>
        <translation>La liste technique n’a pas pu être lue. La dernière bonne est affichée.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nobody matches “%1”.</source>
        <translation>Personne ne correspond à « %1 ».</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Everybody has a deal.</source>
        <translation>Tout le monde a un contrat.</translation>
    </message>
    <message>
        <source>Nobody has left the production.</source>
        <translation>Personne n’a quitté la production.</translation>
    </message>
    <message>
        <source>No people yet.</source>
        <translation>Encore personne.</translation>
    </message>
    <message>
        <source>Add them one by one, or read the crew list of the production office.</source>
        <translation>Ajoutez-les une à une, ou lisez la liste technique du bureau de production.</translation>
    </message>
    <message>
        <source>Import crew list…</source>
        <translation>Importer la liste technique…</translation>
    </message>
    <message>
        <source>The production office adds the crew. You see them here once they are added.</source>
        <translation>Le bureau de production ajoute l’équipe. Elle apparaît ici dès qu’elle est ajoutée.</translation>
    </message>
    <message>
        <source>addition of %1</source>
        <translation>ajout de %1</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>modification de %1</translation>
    </message>
    <message>
        <source>%1 was added. Ctrl+Z to undo.</source>
        <translation>%1 : ajout effectué. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>%1 was saved. Ctrl+Z to undo.</source>
        <translation>%1 : modification enregistrée. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>last day of %1</source>
        <translation>dernier jour de %1</translation>
    </message>
    <message>
        <source>The last day of %1 is %2. Ctrl+Z to undo.</source>
        <translation>Le dernier jour de %1 est le %2. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>return of %1</source>
        <translation>retour de %1</translation>
    </message>
    <message>
        <source>%1 is on the production again. Ctrl+Z to undo.</source>
        <translation>%1 est de nouveau sur la production. Ctrl+Z pour annuler.</translation>
    </message>
</context>
<context>
    <name>film::app::PeopleWordsText</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Convention</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>Garantie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 de l’heure</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 par jour</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>%1 par semaine</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>Sans convention</translation>
    </message>
    <message>
        <source>%1, own terms</source>
        <comment>an agreement</comment>
        <translation>%1, conditions propres</translation>
    </message>
    <message>
        <source>No deal yet</source>
        <translation>Pas encore de contrat</translation>
    </message>
    <message>
        <source>left on %1</source>
        <translation>parti le %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>&amp;Département</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Fonction</translation>
    </message>
    <message>
        <source>Un&amp;it</source>
        <translation>É&amp;quipe</translation>
    </message>
    <message>
        <source>U&amp;nion</source>
        <translation>S&amp;yndicat</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>&amp;Convention</translation>
    </message>
    <message>
        <source>Rate an &amp;hour</source>
        <translation>Tarif &amp;horaire</translation>
    </message>
    <message>
        <source>Rate a da&amp;y</source>
        <translation>Tarif &amp;journalier</translation>
    </message>
    <message>
        <source>Rate a &amp;week</source>
        <translation>Tarif heb&amp;domadaire</translation>
    </message>
    <message>
        <source>G&amp;uarantee in hours</source>
        <translation>&amp;Garantie en heures</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>D&amp;u</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>Dernier j&amp;our</translation>
    </message>
    <message>
        <source>&amp;Own terms</source>
        <translation>Conditions &amp;propres</translation>
    </message>
    <message>
        <source>The last day is before the first. Check the two dates.</source>
        <translation>Le dernier jour précède le premier. Vérifiez les deux dates.</translation>
    </message>
    <message>
        <source>“%1” is no number of this agreement.</source>
        <translation>« %1 » n’est pas un nombre de cette convention.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, what is wrong with it</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>film::app::PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Paid the additional contracted hour</source>
        <translation>Heure contractuelle supplémentaire payée</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Better than the agreement: a number of the pack by its path, several with semicolons between them.</source>
        <translation>Mieux que la convention : un nombre du paquet par son chemin, plusieurs séparés par des points-virgules.</translation>
    </message>
    <message>
        <source>2025-11-20</source>
        <comment>an example of a date that is understood</comment>
        <translation>2025-11-20</translation>
    </message>
    <message>
        <source>A person of that name is already in %1.</source>
        <translation>Une personne de ce nom est déjà dans %1.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>A new d&amp;eal from this day on: earlier days keep theirs</source>
        <translation>À partir de ce jour, un nou&amp;veau contrat : les jours d’avant gardent le leur</translation>
    </message>
</context>
<context>
    <name>film::app::PinSettings</name>
    <message>
        <source>You sign with your PIN on this computer. It is kept here beside the computer&apos;s key and nowhere else; nobody can look it up.</source>
        <translation>Vous signez avec votre code de signature sur cet ordinateur. Il n’est conservé qu’ici, à côté de la clé de l’ordinateur ; personne ne peut le consulter.</translation>
    </message>
    <message>
        <source>&amp;Present PIN (empty if you have none)</source>
        <translation>Code &amp;actuel (vide s’il n’y en a pas)</translation>
    </message>
    <message>
        <source>&amp;New PIN</source>
        <translation>&amp;Nouveau code</translation>
    </message>
    <message>
        <source>New PIN, once &amp;more</source>
        <translation>Nouveau code, encore une &amp;fois</translation>
    </message>
    <message>
        <source>&amp;Change the PIN</source>
        <translation>&amp;Changer le code</translation>
    </message>
    <message>
        <source>From now on you sign with the new PIN.</source>
        <translation>Vous signez désormais avec le nouveau code.</translation>
    </message>
    <message numerus="yes">
        <source>That is not your present PIN. %n try(s) left. The PIN stays as it was.</source>
        <translation>
            <numerusform>Ce n’est pas votre code actuel. Il reste %n essai. Le code reste inchangé.</numerusform>
            <numerusform>Ce n’est pas votre code actuel. Il reste %n essais. Le code reste inchangé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait until %1, then try again. The PIN stays as it was.</source>
        <translation>Trop de codes faux. Attendez %1, puis réessayez. Le code reste inchangé.</translation>
    </message>
    <message>
        <source>A PIN has at least %1 characters. The PIN stays as it was.</source>
        <translation>Un code compte au moins %1 caractères. Le code reste inchangé.</translation>
    </message>
    <message>
        <source>The two new PINs are not the same. The PIN stays as it was.</source>
        <translation>Les deux nouveaux codes ne sont pas identiques. Le code reste inchangé.</translation>
    </message>
    <message>
        <source>The key store of this computer is locked or cannot be used. The PIN stays as it was. Unlock it and try again.</source>
        <translation>Le trousseau de cet ordinateur est verrouillé ou inutilisable. Le code reste inchangé. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>There is no production on this computer yet. Join or start one first; the PIN is for signing in it.</source>
        <translation>Il n’y a pas encore de production sur cet ordinateur. Rejoignez-en ou commencez-en une d’abord ; le code PIN sert à y signer.</translation>
    </message>
</context>
<context>
    <name>film::app::QuickEntryPanel</name>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Times of the day</source>
        <translation>Horaires du jour</translation>
    </message>
    <message>
        <source>Also:</source>
        <translation>Aussi&#xa0;:</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>trajet</translation>
    </message>
    <message>
        <source>; text</source>
        <translation>; texte</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>repos</translation>
    </message>
    <message>
        <source>help</source>
        <translation>aide</translation>
    </message>
    <message>
        <source>0700 1300-1330 1930	call, meal out and in, wrap
7 13-1330 1930 t0.5	with half an hour of travel
0700 1300-	unfinished: what is known is saved
19 0030-0100 5	past midnight; 5 is the next morning
cs, =, off, hold	as on the call sheet, as the day before, a day off, on hold
n, +6, -	now, six hours after the time before, no meal</source>
        <translation>0700 1300-1330 1930	convocation, début et fin du repas, fin de journée
7 13-1330 1930 t0.5	avec une demi-heure de trajet
0700 1300-	incomplet&#xa0;: ce qui est connu est enregistré
19 0030-0100 5	après minuit&#xa0;; 5 est le lendemain matin
cs, =, off, hold	comme la feuille de service, comme la veille, repos, à dispo
n, +6, -	maintenant, six heures après l’heure précédente, pas de repas</translation>
    </message>
    <message>
        <source>Type the day, like 0700 1300-1330 1930</source>
        <translation>Tapez la journée, par ex. 0700 1300-1330 1930</translation>
    </message>
    <message>
        <source>This day has two versions. Saving decides for this one.</source>
        <translation>Ce jour a deux versions. Enregistrer, c’est choisir celle-ci.</translation>
    </message>
    <message>
        <source>Compare first</source>
        <translation>Comparer d’abord</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Save day</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>allowance</source>
        <translation>indemnité</translation>
    </message>
</context>
<context>
    <name>film::app::QuickLine</name>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Type the day, like 0700 1300-1330 1930</source>
        <translation>Tapez la journée, par ex. 0700 1300-1330 1930</translation>
    </message>
</context>
<context>
    <name>film::app::ReadingRow</name>
    <message>
        <source>Estimated pay</source>
        <translation>Paie estimée</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Convocation</translation>
    </message>
    <message>
        <source>Meal 1 out</source>
        <translation>Repas 1 début</translation>
    </message>
    <message>
        <source>Meal 1 in</source>
        <translation>Repas 1 fin</translation>
    </message>
    <message>
        <source>Meal 2</source>
        <translation>Repas 2</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Trajet</translation>
    </message>
    <message>
        <source>%1 on set less %2 meal</source>
        <translation>%1 d’amplitude, moins %2 de repas</translation>
    </message>
    <message>
        <source>%1 hours.</source>
        <translation>%1 heures.</translation>
    </message>
</context>
<context>
    <name>film::app::RulesDesk</name>
    <message>
        <source>Rules and rates</source>
        <translation>Règles et tarifs</translation>
    </message>
</context>
<context>
    <name>film::app::RulesPage</name>
    <message>
        <source>Rules and rates</source>
        <translation>Règles et tarifs</translation>
    </message>
    <message>
        <source>Find a pack</source>
        <translation>Chercher un jeu de règles</translation>
    </message>
    <message>
        <source>Rule packs</source>
        <translation>Jeux de règles</translation>
    </message>
    <message>
        <source>What is shown of the pack</source>
        <translation>Ce qui est affiché du jeu de règles</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Explain a day</source>
        <translation>Expliquer un jour</translation>
    </message>
    <message>
        <source>About this pack</source>
        <translation>À propos de ce jeu de règles</translation>
    </message>
    <message>
        <source>Numbers of this pack</source>
        <translation>Chiffres de ce jeu de règles</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Comparer &amp;avec</translation>
    </message>
    <message>
        <source>Numbers that differ</source>
        <translation>Chiffres qui diffèrent</translation>
    </message>
    <message>
        <source>Pay that differs this week</source>
        <translation>Paie qui diffère cette semaine</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>How the day’s pay came about</source>
        <translation>Comment la paie du jour est calculée</translation>
    </message>
    <message>
        <source>Reading the rule packs.</source>
        <translation>Lecture des jeux de règles.</translation>
    </message>
    <message numerus="yes">
        <source>%n packs</source>
        <translation>
            <numerusform>%n jeu de règles</numerusform>
            <numerusform>%n jeux de règles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n expiré</numerusform>
            <numerusform>%n expirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n off</source>
        <translation>
            <numerusform>%n désactivé</numerusform>
            <numerusform>%n désactivés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file, why it is left out</comment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n files of rules are left out</source>
        <translation>
            <numerusform>%n fichier de règles est écarté</numerusform>
            <numerusform>%n fichiers de règles sont écartés</numerusform>
        </translation>
    </message>
    <message>
        <source>No pack matches “%1”.</source>
        <translation>Aucun jeu de règles ne correspond à « %1 ».</translation>
    </message>
    <message>
        <source>There is no rule pack on this computer.</source>
        <translation>Il n’y a aucun jeu de règles sur cet ordinateur.</translation>
    </message>
    <message>
        <source>No pack is chosen</source>
        <translation>Aucun jeu de règles choisi</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a pack, its dates</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This pack is off: it prices nothing</source>
        <translation>Ce jeu de règles est désactivé : il ne calcule rien</translation>
    </message>
    <message>
        <source>These terms expired on %1</source>
        <translation>Ces conditions ont expiré le %1</translation>
    </message>
    <message>
        <source>Days after it are still priced by them, as agreements usually go on until the next one; every such figure says so.</source>
        <translation>Les jours suivants sont encore calculés avec elles, car un accord court en général jusqu’au suivant ; chaque montant concerné le signale.</translation>
    </message>
    <message>
        <source>These terms begin on %1</source>
        <translation>Ces conditions commencent le %1</translation>
    </message>
    <message>
        <source>There is no other pack to compare with.</source>
        <translation>Il n’y a pas d’autre jeu de règles à comparer.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Pay line</source>
        <translation>Ligne de paie</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Nobody’s days can be priced in the week that is shown: no times, or no deals.</source>
        <translation>Aucun jour ne peut être calculé dans la semaine affichée : pas d’heures, ou pas de contrats.</translation>
    </message>
</context>
<context>
    <name>film::app::RulesWordsText</name>
    <message>
        <source>Pack</source>
        <translation>Jeu de règles</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>à partir du %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Off, prices nothing</source>
        <translation>Désactivé, ne calcule rien</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Commence plus tard</translation>
    </message>
    <message>
        <source>Expired, still priced</source>
        <translation>Expiré, encore appliqué</translation>
    </message>
    <message>
        <source>invented</source>
        <translation>inventé</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>assez sûr</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>the law</source>
        <translation>la loi</translation>
    </message>
    <message>
        <source>the agreement</source>
        <translation>l’accord</translation>
    </message>
    <message>
        <source>the production’s side letter</source>
        <translation>l’avenant de la production</translation>
    </message>
    <message>
        <source>the person’s deal</source>
        <translation>le contrat de la personne</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>Où il s’applique</translation>
    </message>
    <message>
        <source>Unions</source>
        <translation>Syndicats</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Médias</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Contrats</translation>
    </message>
    <message>
        <source>A person has to look at this</source>
        <translation>À vérifier par une personne</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Chiffres</translation>
    </message>
    <message numerus="yes">
        <source>%n numbers in all</source>
        <translation>
            <numerusform>%n chiffre en tout</numerusform>
            <numerusform>%n chiffres en tout</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them doubtful</source>
        <translation>
            <numerusform>dont %n douteux</numerusform>
            <numerusform>dont %n douteux</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Rien ne diffère.</translation>
    </message>
    <message numerus="yes">
        <source>%n places differ.</source>
        <translation>
            <numerusform>%n endroit diffère.</numerusform>
            <numerusform>%n endroits diffèrent.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are in different currencies, so no pay is compared.</source>
        <translation>Les deux sont dans des monnaies différentes, aucune paie n’est donc comparée.</translation>
    </message>
    <message>
        <source>Nobody is priced by %1 in the week that is shown.</source>
        <translation>Personne n’est calculé avec %1 dans la semaine affichée.</translation>
    </message>
    <message numerus="yes">
        <source>%n people this week: %1 by %2, %3 by %4.</source>
        <translation>
            <numerusform>%n personne cette semaine : %1 selon %2, %3 selon %4.</numerusform>
            <numerusform>%n personnes cette semaine : %1 selon %2, %3 selon %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people cannot be priced by it.</source>
        <translation>
            <numerusform>%n personne ne peut pas être calculée avec lui.</numerusform>
            <numerusform>%n personnes ne peuvent pas être calculées avec lui.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours worked</source>
        <translation>Heures travaillées</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Heures sup.</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Pénalités de repas</translation>
    </message>
    <message>
        <source>There is no figure for this day: its times are not complete.</source>
        <translation>Il n’y a pas de montant pour ce jour : ses heures sont incomplètes.</translation>
    </message>
    <message>
        <source>%1: estimate %2</source>
        <comment>a pack, an amount</comment>
        <translation>%1 : estimation %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a pay line, its amount</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>À noter</translation>
    </message>
</context>
<context>
    <name>film::app::SearchDesk</name>
    <message>
        <source>%1, not on this page</source>
        <comment>a menu</comment>
        <translation>%1, pas sur cette page</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a position, its department</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>film::app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Général</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Raccourcis</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Données</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>&amp;Hour format</source>
        <translation>&amp;Format des heures</translation>
    </message>
    <message>
        <source>13.5 (tenths)</source>
        <translation>13,5 (dixièmes)</translation>
    </message>
    <message>
        <source>13:30 (hours and minutes)</source>
        <translation>13:30 (heures et minutes)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Rows of the crew grid</source>
        <translation>&amp;Lignes de la grille d’équipe</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>Serrées</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Espacées</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Commandes et leurs touches</translation>
    </message>
    <message>
        <source>New keys of the command</source>
        <translation>Nouvelles touches de la commande</translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation>&amp;Nouvelles touches</translation>
    </message>
    <message>
        <source>&amp;Use these keys</source>
        <translation>&amp;Utiliser ces touches</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Ré&amp;initialiser</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Tout réinitialiser</translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation>Où sont vos données</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Dossier : %1</translation>
    </message>
    <message>
        <source>Your days, what waits to be sent and these settings are in this folder, on this computer only. Close Film Tracker before you copy it. Do not change files in it.</source>
        <translation>Vos jours, ce qui attend d’être envoyé et ces réglages sont dans ce dossier, sur cet ordinateur seulement. Fermez Film Tracker avant de le copier. N’y changez aucun fichier.</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already. Nothing was changed. Give that command other keys first.</source>
        <translation>%1 appartient déjà à « %2 ». Rien n’a été changé. Donnez d’abord d’autres touches à cette commande.</translation>
    </message>
    <message>
        <source>“%1” has no keys now.</source>
        <translation>« %1 » n’a plus de touches.</translation>
    </message>
    <message>
        <source>“%1” is %2 now.</source>
        <translation>« %1 » est maintenant %2.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” now. Nothing was changed. Reset that command first, or all.</source>
        <translation>%1 appartient maintenant à « %2 ». Rien n’a été changé. Réinitialisez d’abord cette commande, ou toutes.</translation>
    </message>
    <message>
        <source>“%1” has its first keys again.</source>
        <translation>« %1 » a retrouvé ses touches d’origine.</translation>
    </message>
    <message>
        <source>All commands have their first keys again.</source>
        <translation>Toutes les commandes ont retrouvé leurs touches d’origine.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Changes when you close this. Save what you are typing first.</source>
        <translation>Change à la fermeture de cette fenêtre. Enregistrez d’abord ce que vous êtes en train de saisir.</translation>
    </message>
    <message>
        <source>N&amp;o keys</source>
        <translation>&amp;Sans touches</translation>
    </message>
    <message>
        <source>%1 is needed for typing. Nothing was changed. Take Ctrl with it.</source>
        <translation>%1 sert à la saisie. Rien n’a été changé. Ajoutez Ctrl.</translation>
    </message>
    <message>
        <source>S&amp;igning</source>
        <translation>Si&amp;gnature</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>&amp;Notifications</translation>
    </message>
</context>
<context>
    <name>film::app::SheetWordsText</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Convocation</translation>
    </message>
    <message>
        <source>From the unit’s call</source>
        <translation>Par rapport à l’équipe</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 avant</translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation>%1 après</translation>
    </message>
    <message>
        <source>%1, not called</source>
        <translation>%1, non convoqué</translation>
    </message>
    <message>
        <source>%1, own call %2</source>
        <translation>%1, convocation propre %2</translation>
    </message>
    <message>
        <source>%1, called with the others at %2</source>
        <translation>%1, convoqué avec les autres à %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, a unit</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No call sheet</source>
        <translation>Pas de feuille</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>convoc. %1</translation>
    </message>
    <message>
        <source>no call yet</source>
        <translation>pas encore de convocation</translation>
    </message>
    <message>
        <source>Day %1 · %2</source>
        <translation>Jour %1 · %2</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publiée</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>&amp;Day number</source>
        <translation>Numéro du &amp;jour</translation>
    </message>
    <message>
        <source>T&amp;ype of day</source>
        <translation>T&amp;ype de jour</translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation>&amp;Lieu</translation>
    </message>
    <message>
        <source>&amp;Scenes</source>
        <translation>&amp;Séquences</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Convocation</translation>
    </message>
    <message>
        <source>&amp;Meal out</source>
        <translation>Repas &amp;début</translation>
    </message>
    <message>
        <source>Meal &amp;in</source>
        <translation>Repas fi&amp;n</translation>
    </message>
    <message>
        <source>&amp;Wrap</source>
        <translation>&amp;Fin de journée</translation>
    </message>
    <message>
        <source>“%1” can be %2 or %3. Type one of them. Nothing was changed.</source>
        <translation>« %1 » peut être %2 ou %3. Saisissez l’un des deux. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“%1” is no day number. Nothing was changed.</source>
        <translation>« %1 » n’est pas un numéro de jour. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>That is too long. Nothing was changed.</source>
        <translation>C’est trop long. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Enter the unit’s call first; “%1” is counted from it.</source>
        <translation>Saisissez d’abord la convocation de l’équipe ; « %1 » se compte à partir d’elle.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>Impossible de lire «&#xa0;%1&#xa0;». Une heure s’écrit 0700, 7,0 ou 7:00. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The meal begins before the call.</source>
        <translation>Le repas commence avant la convocation.</translation>
    </message>
    <message>
        <source>The meal ends before it begins.</source>
        <translation>Le repas finit avant de commencer.</translation>
    </message>
    <message>
        <source>The wrap is before the times that come before it.</source>
        <translation>La fin de journée précède les heures qui viennent avant.</translation>
    </message>
</context>
<context>
    <name>film::app::SubmissionController</name>
    <message>
        <source>your word about a change</source>
        <translation>votre avis sur une modification</translation>
    </message>
    <message>
        <source>submitting the week</source>
        <translation>la remise de la semaine</translation>
    </message>
    <message>
        <source>taking the week back</source>
        <translation>la reprise de la semaine</translation>
    </message>
</context>
<context>
    <name>film::app::SyncButton</name>
    <message>
        <source>Open the sync page (Ctrl+Shift+Y)</source>
        <translation>Ouvrir la page Synchro (Ctrl+Maj+Y)</translation>
    </message>
</context>
<context>
    <name>film::app::SyncDesk</name>
    <message>
        <source>Changes (*.%1)</source>
        <translation>Modifications (*.%1)</translation>
    </message>
    <message>
        <source>Nothing waits any more: the server has everything. No file is needed.</source>
        <translation>Plus rien n’attend : le serveur a tout. Aucun fichier n’est nécessaire.</translation>
    </message>
    <message>
        <source>The key of this computer cannot be read, so nothing can be signed. Unlock the key store of your system, start Film Tracker again and try once more. Nothing is lost.</source>
        <translation>La clé de cet ordinateur ne peut pas être lue, rien ne peut donc être signé. Déverrouillez le trousseau de votre système, relancez Film Tracker et réessayez. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>That is no file of changes from Film Tracker. Nothing was changed.</source>
        <translation>Ce n’est pas un fichier de modifications de Film Tracker. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>A newer version of Film Tracker wrote this file. Install that version here, then import it again. Nothing was changed.</source>
        <translation>Une version plus récente de Film Tracker a écrit ce fichier. Installez-la ici, puis importez-le à nouveau. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The file is cut short or damaged, so nothing was taken from it. The changes are still on the computer that made it: export them again.</source>
        <translation>Le fichier est tronqué ou endommagé, rien n’en a donc été repris. Les modifications sont toujours sur l’ordinateur d’origine : exportez-les à nouveau.</translation>
    </message>
    <message>
        <source>That file is larger than a file of changes can be. Nothing was changed.</source>
        <translation>Ce fichier est plus grand que ne peut l’être un fichier de modifications. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>That is not the passphrase of this file, or the file was changed on its way. Nothing was taken from it.</source>
        <translation>Ce n’est pas la phrase secrète de ce fichier, ou le fichier a été modifié en chemin. Rien n’en a été repris.</translation>
    </message>
    <message>
        <source>These changes are of another production. Open that one, then import them there. Nothing was changed.</source>
        <translation>Ces modifications concernent une autre production. Ouvrez-la, puis importez-les là-bas. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Sealing the changes.</source>
        <translation>Scellement des modifications.</translation>
    </message>
    <message>
        <source>Export changes to a file</source>
        <translation>Exporter les modifications dans un fichier</translation>
    </message>
    <message>
        <source>%1 could not be written. Nothing was exported; the changes are safe here.</source>
        <translation>%1 n’a pas pu être écrit. Rien n’a été exporté ; les modifications sont en sécurité ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are in %1. They stay here as well.</source>
        <translation>
            <numerusform>%n modification est dans %1. Elle reste aussi ici.</numerusform>
            <numerusform>%n modifications sont dans %1. Elles restent aussi ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n more did not fit: export again once these have arrived.</source>
        <translation>
            <numerusform>%1 %n autre n’y tenait pas : exportez à nouveau quand celles-ci seront arrivées.</numerusform>
            <numerusform>%1 %n autres n’y tenaient pas : exportez à nouveau quand celles-ci seront arrivées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import changes from a file</source>
        <translation>Importer des modifications d’un fichier</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Nothing was changed.</source>
        <translation>%1 ne peut pas être lu. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Opening the file.</source>
        <translation>Ouverture du fichier.</translation>
    </message>
    <message>
        <source>Taking the changes in.</source>
        <translation>Reprise des modifications.</translation>
    </message>
    <message>
        <source>From a file of %1, %2</source>
        <translation>D’un fichier de %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n changes were taken in.</source>
        <translation>
            <numerusform>%n modification a été reprise.</numerusform>
            <numerusform>%n modifications ont été reprises.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::SyncPage</name>
    <message>
        <source>Your role on this production does not allow this. The coordinator has it and decides.</source>
        <translation>Votre rôle dans cette production ne le permet pas. La coordination l’a reçue et décide.</translation>
    </message>
    <message>
        <source>The server could not read it. Enter it again; if that happens again, the server may need an update.</source>
        <translation>Le serveur n’a pas pu la lire. Saisissez-la à nouveau&#xa0;; si cela se reproduit, le serveur a peut-être besoin d’une mise à jour.</translation>
    </message>
    <message>
        <source>It belongs to another production.</source>
        <translation>Elle appartient à une autre production.</translation>
    </message>
    <message>
        <source>It was made under another sign-in of this computer. Enter it again if it is missing.</source>
        <translation>Faite sous une autre connexion de cet ordinateur. Saisissez-la à nouveau si elle manque.</translation>
    </message>
    <message>
        <source>The server is too old for it. Ask the production office for an update, then enter it again.</source>
        <translation>Le serveur est trop ancien pour elle. Demandez une mise à jour au bureau de production, puis saisissez-la à nouveau.</translation>
    </message>
    <message>
        <source>Its times or values cannot be. Correct the day and save it again.</source>
        <translation>Ses horaires ou ses valeurs sont impossibles. Corrigez le jour et enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>The server cannot read what it has of this day. Tell the production office.</source>
        <translation>Le serveur ne peut pas lire ce qu’il a de ce jour. Prévenez le bureau de production.</translation>
    </message>
    <message>
        <source>The server’s database did not take it. Tell the production office, then enter it again.</source>
        <translation>La base de données du serveur ne l’a pas prise. Prévenez le bureau de production, puis saisissez-la à nouveau.</translation>
    </message>
    <message>
        <source>Ask the production office before entering it again.</source>
        <translation>Demandez au bureau de production avant de la saisir à nouveau.</translation>
    </message>
    <message>
        <source>Try the server now</source>
        <translation>Contacter le serveur</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Changes made on this computer</source>
        <translation>Modifications faites sur cet ordinateur</translation>
    </message>
    <message>
        <source>Waiting for the server: %1</source>
        <translation>En attente du serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Changes from this computer</source>
        <translation>Modifications de cet ordinateur</translation>
    </message>
    <message>
        <source>Safe on this computer</source>
        <translation>En sécurité sur cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Rien n’est en attente.</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier changes</source>
        <translation>
            <numerusform>et %n modification antérieure</numerusform>
            <numerusform>et %n modifications antérieures</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day has two versions</source>
        <translation>1 jour a deux versions</translation>
    </message>
    <message numerus="yes">
        <source>%n days have two versions</source>
        <translation>
            <numerusform>%n jour a deux versions</numerusform>
            <numerusform>%n jours ont deux versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are kept. Choose when it suits you.</source>
        <translation>Les deux sont gardées. Choisissez quand vous voulez.</translation>
    </message>
    <message>
        <source>Compare and choose…</source>
        <translation>Comparer et choisir…</translation>
    </message>
    <message>
        <source>The server lacks %1 of the %2 records on this computer</source>
        <translation>Il manque au serveur %1 des %2 enregistrements de cet ordinateur</translation>
    </message>
    <message>
        <source>That happens after a wrong restore, or when the address leads to another server. Nothing was removed here, and your own changes stay in any case.</source>
        <translation>Cela arrive après une mauvaise restauration, ou quand l’adresse mène à un autre serveur. Rien n’a été supprimé ici, et vos propres modifications restent dans tous les cas.</translation>
    </message>
    <message>
        <source>Ask the production office first. If the server is right, take over what it has.</source>
        <translation>Demandez d’abord au bureau de production. Si le serveur a raison, reprenez ce qu’il a.</translation>
    </message>
    <message>
        <source>Take over what the server has</source>
        <translation>Reprendre ce qu’a le serveur</translation>
    </message>
    <message>
        <source>This computer is signed out</source>
        <translation>Cet ordinateur est déconnecté</translation>
    </message>
    <message>
        <source>You can keep working. What you enter is kept here, and is sent once you have signed in with a new code.</source>
        <translation>Vous pouvez continuer à travailler. Ce que vous saisissez est gardé ici et part après la connexion avec un nouveau code.</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Se reconnecter…</translation>
    </message>
    <message>
        <source>These times are only on this computer</source>
        <translation>Ces horaires ne sont que sur cet ordinateur</translation>
    </message>
    <message>
        <source>You can join a production at any time, and bring them in.</source>
        <translation>Vous pouvez rejoindre une production à tout moment et y reprendre ces horaires.</translation>
    </message>
    <message>
        <source>Join a production…</source>
        <translation>Rejoindre une production…</translation>
    </message>
    <message>
        <source>The server did not accept 1 change. It is kept here.</source>
        <translation>Le serveur n’a pas accepté 1 modification. Elle est gardée ici.</translation>
    </message>
    <message numerus="yes">
        <source>The server did not accept %n changes. They are kept here.</source>
        <translation>
            <numerusform>Le serveur n’a pas accepté %n modification. Elle est gardée ici.</numerusform>
            <numerusform>Le serveur n’a pas accepté %n modifications. Elles sont gardées ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where, what</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>&amp;Export changes to a file…</source>
        <translation>&amp;Exporter les modifications dans un fichier…</translation>
    </message>
    <message>
        <source>&amp;Import changes from a file…</source>
        <translation>&amp;Importer des modifications d’un fichier…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Computers of this production</source>
        <translation>Ordinateurs de cette production</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Ordinateurs</translation>
    </message>
    <message>
        <source>A computer that was not heard from has lost nothing.</source>
        <translation>Un ordinateur dont on n’a pas de nouvelles n’a rien perdu.</translation>
    </message>
    <message>
        <source>Nothing waits: these times are only for this computer.</source>
        <translation>Rien n’attend : ces heures sont seulement pour cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing is waiting. Last in step %1.</source>
        <translation>Rien n’attend. À jour pour la dernière fois à %1.</translation>
    </message>
    <message>
        <source>There is no production to carry changes to yet.</source>
        <translation>Il n’y a pas encore de production à laquelle apporter des modifications.</translation>
    </message>
    <message>
        <source>For a memory stick, when there is no network at all</source>
        <translation>Pour une clé USB, quand il n’y a aucun réseau</translation>
    </message>
    <message>
        <source>Nothing is waiting, so there is nothing to export.</source>
        <translation>Rien n’attend, il n’y a donc rien à exporter.</translation>
    </message>
    <message>
        <source>There is no production to bring changes into yet.</source>
        <translation>Il n’y a pas encore de production dans laquelle apporter des modifications.</translation>
    </message>
    <message>
        <source>That another computer exported</source>
        <translation>Exportées par un autre ordinateur</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Un autre ordinateur</translation>
    </message>
    <message>
        <source>Computer of %1</source>
        <translation>Ordinateur de %1</translation>
    </message>
    <message>
        <source>You are working on it</source>
        <translation>Vous y travaillez</translation>
    </message>
    <message>
        <source>Its changes up to then are here</source>
        <translation>Ses modifications jusque-là sont ici</translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>Ouvrir le jour</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
</context>
<context>
    <name>film::app::SyncPath</name>
    <message>
        <source>Way to the server</source>
        <translation>Chemin vers le serveur</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place on the way to the server, how it is</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>film::app::SyncPathText</name>
    <message>
        <source>Set hub</source>
        <translation>Hub de plateau</translation>
    </message>
    <message>
        <source>Keeps everything and sends it on</source>
        <translation>Garde tout et le transmet</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>All saved here, %n changes waiting</source>
        <translation>
            <numerusform>Tout est enregistré ici, %n modification en attente</numerusform>
            <numerusform>Tout est enregistré ici, %n modifications en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Production server</source>
        <translation>Serveur de production</translation>
    </message>
    <message>
        <source>Has everything</source>
        <translation>A tout</translation>
    </message>
    <message>
        <source>Has everything, %1</source>
        <translation>A tout, %1</translation>
    </message>
    <message>
        <source>%1 of %2 arrived</source>
        <translation>%1 sur %2 arrivées</translation>
    </message>
    <message>
        <source>Not reached. It is tried again by itself.</source>
        <translation>Pas joint. Un nouvel essai se fait tout seul.</translation>
    </message>
    <message>
        <source>Last reached %1. It is tried again by itself.</source>
        <translation>Joint la dernière fois à %1. Un nouvel essai se fait tout seul.</translation>
    </message>
    <message>
        <source>Wants you to sign in again</source>
        <translation>Demande de se reconnecter</translation>
    </message>
    <message>
        <source>You are not on this production any more</source>
        <translation>Vous ne faites plus partie de cette production</translation>
    </message>
    <message>
        <source>Wants a newer version of Film Tracker</source>
        <translation>Demande une version plus récente de Film Tracker</translation>
    </message>
    <message>
        <source>Lacks records that are here</source>
        <translation>Il lui manque des données présentes ici</translation>
    </message>
    <message>
        <source>Did not accept a change</source>
        <translation>N’a pas accepté une modification</translation>
    </message>
    <message>
        <source>None joined yet</source>
        <translation>Aucun rejoint pour l’instant</translation>
    </message>
</context>
<context>
    <name>film::app::SyncStateText</name>
    <message>
        <source>Synced %1</source>
        <translation>Synchronisé à %1</translation>
    </message>
    <message>
        <source>Everything is saved on this computer</source>
        <translation>Tout est enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <translation>Envoi %1 sur %2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n changes waiting</source>
        <translation>
            <numerusform>Hors ligne, %n modification en attente</numerusform>
            <numerusform>Hors ligne, %n modifications en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on this computer. They send by themselves when there is a connection.</source>
        <translation>Enregistré sur cet ordinateur. L’envoi se fait tout seul dès qu’il y a une connexion.</translation>
    </message>
    <message>
        <source>Set hub, synced %1</source>
        <translation>Hub de plateau, synchro à %1</translation>
    </message>
    <message>
        <source>No internet since %1. The hub keeps everything and sends it on later.</source>
        <translation>Pas d’Internet depuis %1. Le hub garde tout et l’envoie plus tard.</translation>
    </message>
    <message>
        <source>The hub keeps everything and sends it on.</source>
        <translation>Le hub garde tout et le transmet.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes to review</source>
        <translation>
            <numerusform>%n modification à trancher</numerusform>
            <numerusform>%n modifications à trancher</numerusform>
        </translation>
    </message>
    <message>
        <source>Synced with the set hub %1. Everything else is up to date.</source>
        <translation>Synchronisé avec le hub de plateau à %1. Tout le reste est à jour.</translation>
    </message>
    <message>
        <source>Synced %1. Everything else is up to date.</source>
        <translation>Synchronisé à %1. Tout le reste est à jour.</translation>
    </message>
    <message numerus="yes">
        <source>Sign in to sync, %n changes waiting</source>
        <translation>
            <numerusform>Connexion requise, %n modification en attente</numerusform>
            <numerusform>Connexion requise, %n modifications en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>You can keep working. Your changes stay here until you sign in.</source>
        <translation>Vous pouvez continuer à travailler. Vos modifications restent ici jusqu’à la reconnexion.</translation>
    </message>
    <message numerus="yes">
        <source>Sync stopped, %n changes waiting</source>
        <translation>
            <numerusform>Synchro arrêtée, %n modification en attente</numerusform>
            <numerusform>Synchro arrêtée, %n modifications en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused a change. Nothing is lost. Open details.</source>
        <translation>Le serveur a refusé une modification. Rien n’est perdu. Ouvrez les détails.</translation>
    </message>
    <message>
        <source>Look before syncing</source>
        <translation>À voir avant de synchroniser</translation>
    </message>
    <message>
        <source>The server lacks most of what is on this computer. Nothing was removed here. Open details.</source>
        <translation>Il manque au serveur presque tout ce qui est sur cet ordinateur. Rien n’a été supprimé ici. Ouvrez les détails.</translation>
    </message>
    <message>
        <source>Not on this production any more</source>
        <translation>Vous n’êtes plus sur cette production</translation>
    </message>
    <message>
        <source>What you entered was handed over and is still here. Other people&apos;s days are not. Ask the production office if this is wrong.</source>
        <translation>Ce que vous avez saisi a été transmis et reste ici. Les journées des autres n’y sont plus. Si c’est une erreur, voyez avec le bureau de production.</translation>
    </message>
    <message>
        <source>Update Film Tracker to sync</source>
        <translation>Mettez Film Tracker à jour pour synchroniser</translation>
    </message>
    <message>
        <source>The server does not understand this version. What you enter is saved on this computer and is sent after the update.</source>
        <translation>Le serveur ne comprend pas cette version. Ce que vous saisissez est enregistré sur cet ordinateur et part après la mise à jour.</translation>
    </message>
    <message>
        <source>The server wants version %1 or newer. What you enter is saved and handed over; other people&apos;s changes come after the update.</source>
        <translation>Le serveur demande la version %1 ou plus récente. Ce que vous saisissez est enregistré et transmis&#xa0;; les modifications des autres arrivent après la mise à jour.</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Seulement sur cet ordinateur</translation>
    </message>
    <message>
        <source>Saved here %1. Nothing is shared yet.</source>
        <translation>Enregistré ici à %1. Rien n’est encore partagé.</translation>
    </message>
    <message>
        <source>Nothing is shared yet.</source>
        <translation>Rien n’est encore partagé.</translation>
    </message>
</context>
<context>
    <name>film::app::TrayDesk</name>
    <message>
        <source>Today in a s&amp;mall window</source>
        <translation>Aujourd’hui dans une p&amp;etite fenêtre</translation>
    </message>
    <message>
        <source>&amp;Enter today</source>
        <translation>&amp;Saisir aujourd’hui</translation>
    </message>
    <message>
        <source>&amp;Open Film Tracker</source>
        <translation>&amp;Ouvrir Film Tracker</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Film Tracker: %1</source>
        <translation>Film Tracker : %1</translation>
    </message>
    <message>
        <source>Film Tracker: %1
%2</source>
        <translation>Film Tracker : %1
%2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) have two versions. Both are kept until you choose.</source>
        <translation>
            <numerusform>%n jour a deux versions. Les deux sont gardées jusqu’à votre choix.</numerusform>
            <numerusform>%n jours ont deux versions. Les deux sont gardées jusqu’à votre choix.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent week %2 back: “%3”</source>
        <translation>%1 a renvoyé la semaine %2 : « %3 »</translation>
    </message>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
</context>
<context>
    <name>film::app::TrayWindow</name>
    <message>
        <source>&amp;Open Film Tracker</source>
        <translation>&amp;Ouvrir Film Tracker</translation>
    </message>
    <message>
        <source>Today · Film Tracker</source>
        <translation>Aujourd’hui · Film Tracker</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>film::app::WeekTable</name>
    <message>
        <source>Days of the week</source>
        <translation>Jours de la semaine</translation>
    </message>
</context>
<context>
    <name>film::app::WeekWords</name>
    <message>
        <source>Week %1 · %2–%3</source>
        <translation>Semaine %1 · %2–%3</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Voyage</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>À dispo</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Chômé</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Essayage</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Férié</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Maladie</translation>
    </message>
    <message>
        <source>No work</source>
        <translation>Non travaillé</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Jour de repos</translation>
    </message>
    <message>
        <source>Day type</source>
        <translation>Type de jour</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Conv.</translation>
    </message>
    <message>
        <source>Breakfast out</source>
        <translation>Petit déj. début</translation>
    </message>
    <message>
        <source>Breakfast in</source>
        <translation>Petit déj. fin</translation>
    </message>
    <message>
        <source>Meal %1 out</source>
        <translation>Repas %1 début</translation>
    </message>
    <message>
        <source>Meal %1 in</source>
        <translation>Repas %1 fin</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Travel back</source>
        <translation>Trajet retour</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Convenu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Meal grace</source>
        <translation>Tolérance repas</translation>
    </message>
    <message>
        <source>Wrap extension</source>
        <translation>Prolongation de fin</translation>
    </message>
    <message>
        <source>French hours</source>
        <translation>Journée sans coupure</translation>
    </message>
    <message>
        <source>Compensatory rest</source>
        <translation>Repos compensateur</translation>
    </message>
    <message>
        <source>Semi-continuous day</source>
        <translation>Journée semi-continue</translation>
    </message>
    <message>
        <source>Continuous day</source>
        <translation>Journée continue</translation>
    </message>
    <message>
        <source>Camera overtime</source>
        <translation>Heures sup. de tournage</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Non approuvé</translation>
    </message>
    <message>
        <source>A meal that began within the grace period is not late</source>
        <translation>Un repas commencé dans le délai de tolérance n’est pas en retard</translation>
    </message>
    <message>
        <source>No meal was due because the wrap came soon after</source>
        <translation>Pas de repas dû, car la fin de journée est venue peu après</translation>
    </message>
    <message>
        <source>The crew agreed to work through and eat as they go</source>
        <translation>L’équipe est d’accord pour travailler sans coupure et manger au fil de l’eau</translation>
    </message>
    <message>
        <source>Rest later instead of money for a short night</source>
        <translation>Du repos plus tard plutôt que de l’argent pour une nuit courte</translation>
    </message>
    <message>
        <source>Half an hour of lunch</source>
        <translation>Une demi-heure pour déjeuner</translation>
    </message>
    <message>
        <source>Eating while working</source>
        <translation>Manger en travaillant</translation>
    </message>
    <message>
        <source>The overtime was shooting time</source>
        <translation>Les heures sup. étaient du temps de tournage</translation>
    </message>
    <message>
        <source>Nobody approved this day beforehand</source>
        <translation>Personne n’a approuvé ce jour à l’avance</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Meal 1
out</source>
        <translation>Rep. 1
début</translation>
    </message>
    <message>
        <source>Meal 1
in</source>
        <translation>Rep. 1
fin</translation>
    </message>
    <message>
        <source>Meal 2
out</source>
        <translation>Rep. 2
début</translation>
    </message>
    <message>
        <source>Meal 2
in</source>
        <translation>Rep. 2
fin</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>1.5×</source>
        <translation>1,5×</translation>
    </message>
    <message>
        <source>2.0×</source>
        <translation>2,0×</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Day %1</source>
        <translation>J%1</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Pas de convocation</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Needs an update</source>
        <translation>Mise à jour requise</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>Rien à signaler</translation>
    </message>
    <message>
        <source>Check the times</source>
        <translation>Vérifiez les horaires</translation>
    </message>
    <message>
        <source>Meal %1 late by %2</source>
        <translation>Repas %1, retard %2</translation>
    </message>
    <message>
        <source>Meal %1 not recorded</source>
        <translation>Repas %1 non saisi</translation>
    </message>
    <message>
        <source>Rest %1 of %2</source>
        <translation>Repos %1 sur %2</translation>
    </message>
    <message>
        <source>%1 on set</source>
        <translation>Amplitude %1</translation>
    </message>
    <message>
        <source>No wrap</source>
        <translation>Fin manquante</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Sans horaires</translation>
    </message>
    <message>
        <source>Meal %1 due %2</source>
        <translation>Repas %1 dû à %2</translation>
    </message>
    <message>
        <source>Wrap %1 by %2</source>
        <translation>Fin %1 à %2 max.</translation>
    </message>
    <message>
        <source>Your times are fine and can be saved as they are.</source>
        <translation>Vos horaires sont bons et peuvent être enregistrés tels quels.</translation>
    </message>
    <message>
        <source>Meal %1 ends (%2) before it starts (%3). Check the two times. Not saved yet.</source>
        <translation>Le repas %1 finit (%2) avant de commencer (%3). Vérifiez les deux heures. Pas encore enregistré.</translation>
    </message>
    <message>
        <source>%1 (%2) is before %3 (%4). Check the two times. Not saved yet.</source>
        <translation>%1 (%2) est avant %3 (%4). Vérifiez les deux heures. Pas encore enregistré.</translation>
    </message>
    <message>
        <source>Meal %1 started %2 late. It was due at %3.</source>
        <translation>Le repas %1 a commencé avec %2 de retard. Il était dû à %3.</translation>
    </message>
    <message>
        <source>The time can be saved as it is.</source>
        <translation>L’heure peut être enregistrée telle quelle.</translation>
    </message>
    <message>
        <source>Meal %1 is not recorded. It was due at %2.</source>
        <translation>Le repas %1 n’est pas saisi. Il était dû à %2.</translation>
    </message>
    <message>
        <source>Add it if there was one. The day can be saved as it is.</source>
        <translation>Ajoutez-le s’il a eu lieu. La journée peut être enregistrée telle quelle.</translation>
    </message>
    <message>
        <source>Short rest before %1: %2 of the usual %3</source>
        <translation>Repos trop court avant %1&#xa0;: %2 au lieu des %3 habituelles</translation>
    </message>
    <message>
        <source>Wrap %1 to %2’s call %3. A %2 call of %4 avoids it.</source>
        <translation>Fin à %1, convocation %2 à %3. Avec une convocation %2 à %4, le repos est respecté.</translation>
    </message>
    <message>
        <source>That makes %1 hours on set. Save it if that is right.</source>
        <translation>Cela fait %1 heures d’amplitude. Enregistrez si c’est exact.</translation>
    </message>
    <message>
        <source>Meal %1 on time (limit %2)</source>
        <translation>Repas %1 à l’heure (limite %2)</translation>
    </message>
    <message>
        <source>Meal %1 not due (limit %2)</source>
        <translation>Repas %1 non dû (limite %2)</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>Illisible.</translation>
    </message>
    <message>
        <source>Could not be read. The last good copy from %1 is shown.</source>
        <translation>Illisible. La dernière bonne copie, de %1, est affichée.</translation>
    </message>
    <message>
        <source>%1 next day</source>
        <translation>%1 le lendemain</translation>
    </message>
    <message>
        <source>Entered so far</source>
        <translation>Saisi jusqu’ici</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n à voir</numerusform>
            <numerusform>%n à voir</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, nothing entered</source>
        <translation>%1, rien de saisi</translation>
    </message>
    <message>
        <source>%1, nothing entered, %2</source>
        <translation>%1, rien de saisi, %2</translation>
    </message>
    <message>
        <source>%1, call %2, %3</source>
        <translation>%1, convocation %2, %3</translation>
    </message>
    <message>
        <source>%1, %2 to %3, %4 hours, %5</source>
        <translation>%1, de %2 à %3, %4 heures, %5</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Pas encore enregistré.</translation>
    </message>
    <message>
        <source>%1 never comes: the clocks go forward on %2.</source>
        <translation>%1 n’existe pas&#xa0;: le %2, l’heure avance.</translation>
    </message>
    <message>
        <source>%1 comes twice: the clocks go back on %2.</source>
        <translation>%1 passe deux fois&#xa0;: le %2, l’heure recule.</translation>
    </message>
    <message>
        <source>The first is before they go back, the second after.</source>
        <translation>La première est avant le recul, la seconde après.</translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>%1, la première</translation>
    </message>
    <message>
        <source>Second %1</source>
        <translation>%1, la seconde</translation>
    </message>
    <message>
        <source>Left 1 day that changed since.</source>
        <translation>1 jour modifié depuis, laissé tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that changed since.</source>
        <translation>
            <numerusform>%n jour modifié depuis, laissé tel quel.</numerusform>
            <numerusform>%n jours modifiés depuis, laissés tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out %1: its times are in no possible order.</source>
        <translation>Le %1 a été écarté&#xa0;: l’ordre de ses horaires est impossible.</translation>
    </message>
    <message>
        <source>Left out %1: %2 never comes that night, the clocks go forward.</source>
        <translation>Le %1 a été écarté&#xa0;: %2 n’existe pas cette nuit-là, l’heure avance.</translation>
    </message>
    <message>
        <source>Left out %1: %2 comes twice that night, the clocks go back.</source>
        <translation>Le %1 a été écarté&#xa0;: %2 passe deux fois cette nuit-là, l’heure recule.</translation>
    </message>
    <message>
        <source>Not saved yet: which one is it?</source>
        <translation>Pas encore enregistré&#xa0;: laquelle&#xa0;?</translation>
    </message>
    <message>
        <source>Not saved yet: check the times</source>
        <translation>Pas encore enregistré&#xa0;: vérifiez les horaires</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Still reading: %1?</source>
        <translation>Il manque&#xa0;: %1&#xa0;?</translation>
    </message>
    <message>
        <source>I could not read “%1”</source>
        <translation>Impossible de lire «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” can be read in two ways</source>
        <translation>«&#xa0;%1&#xa0;» peut se lire de deux façons</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>Impossible de lire «&#xa0;%1&#xa0;». Une heure s’écrit 0700, 7,0 ou 7:00. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 already has %2 to %3. Saving replaces it; the old times stay in History.</source>
        <translation>Le %1 va déjà de %2 à %3. Enregistrer remplace ces horaires&#xa0;; les anciens restent dans l’historique.</translation>
    </message>
    <message>
        <source>%1 already has times. Saving replaces them; the old times stay in History.</source>
        <translation>Le %1 a déjà des horaires. Enregistrer les remplace&#xa0;; les anciens restent dans l’historique.</translation>
    </message>
    <message>
        <source>Day complete</source>
        <translation>Journée complète</translation>
    </message>
    <message>
        <source>%1 now, %2</source>
        <translation>Pointer&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Opening the week of %1…</source>
        <translation>Ouverture de la semaine du %1…</translation>
    </message>
    <message>
        <source>%1 saved on this computer. Ctrl+Z to undo.</source>
        <translation>Le %1 est enregistré sur cet ordinateur. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>%1 saved. Ctrl+Z to undo.</source>
        <translation>Le %1 est enregistré. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>%1 saved on this computer: %2.</source>
        <translation>Le %1 est enregistré sur cet ordinateur&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 saved: %2. Ctrl+Z to undo.</source>
        <translation>Le %1 est enregistré&#xa0;: %2. Ctrl+Z pour annuler.</translation>
    </message>
    <message>
        <source>Cleared %1. Ctrl+Z brings it back.</source>
        <translation>Le %1 est effacé. Ctrl+Z pour le récupérer.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>Le %1 est comme avant.</translation>
    </message>
    <message>
        <source>%1 was changed again.</source>
        <translation>Le %1 a été modifié à nouveau.</translation>
    </message>
    <message>
        <source>%1 changed since. It was left as it is.</source>
        <translation>Le %1 a changé depuis. Il a été laissé tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n days from last week. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>%n jour copié de la semaine passée. Ctrl+Z pour annuler.</numerusform>
            <numerusform>%n jours copiés de la semaine passée. Ctrl+Z pour annuler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last week has no days to copy into this one. Nothing was changed.</source>
        <translation>La semaine passée n’a aucun jour à copier dans celle-ci. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 Choose one first. Nothing was changed.</source>
        <translation>%1 Choisissez d’abord. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“%1” can be read in two ways. Choose one first. Nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» peut se lire de deux façons. Choisissez d’abord. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 is locked. Your change was not made. Add a note instead.</source>
        <translation>Le %1 est verrouillé. Votre modification n’a pas été faite. Ajoutez plutôt une note.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation>%1&#xa0;: effacé</translation>
    </message>
    <message>
        <source>%1 published the call sheet: %2</source>
        <translation>%1 a publié la feuille de service&#xa0;: %2</translation>
    </message>
    <message>
        <source>You set %1</source>
        <translation>Vous avez saisi&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 set %2</source>
        <translation>%1 a saisi&#xa0;: %2</translation>
    </message>
    <message>
        <source>Rest break missed</source>
        <translation>Pause manquée</translation>
    </message>
    <message>
        <source>Short rest allowed</source>
        <translation>Repos court permis</translation>
    </message>
    <message>
        <source>A paid break for rest was not given</source>
        <translation>Une pause payée n’a pas été accordée</translation>
    </message>
    <message>
        <source>The agreement allows a shorter rest before such a day, now and then</source>
        <translation>La convention permet parfois un repos plus court avant un tel jour</translation>
    </message>
    <message>
        <source>%1 Your change was not made.</source>
        <translation>%1 Votre modification n’a pas été faite.</translation>
    </message>
    <message>
        <source>%1 is locked by payroll.</source>
        <translation>Le %1 est verrouillé par la paie.</translation>
    </message>
    <message>
        <source>%1 is approved. Whoever approved it can send it back.</source>
        <translation>Le %1 est approuvé. La personne qui l’a approuvé peut le renvoyer.</translation>
    </message>
    <message>
        <source>%1 is locked. Add a note instead.</source>
        <translation>Le %1 est verrouillé. Ajoutez plutôt une note.</translation>
    </message>
    <message>
        <source>What is stored for %1 cannot be read here; it may need a newer version of Film Tracker.</source>
        <translation>Ce qui est enregistré pour le %1 ne peut pas être lu ici ; une version plus récente de Film Tracker est peut-être nécessaire.</translation>
    </message>
    <message>
        <source>I could not read “%1”. An allowance looks like $50 or kit 50,00, several with semicolons between them. Nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas lisible. Une indemnité s’écrit 50 € ou kit 50,00, plusieurs séparées par des points-virgules. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Indemnités</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Aucun compte</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Compte %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n équipe</numerusform>
            <numerusform>%n équipes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passphrasePrompt</name>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
    <message>
        <source>This computer has no key store. Choose a passphrase for this device&apos;s key; you are asked for it at each start.</source>
        <translation>Cet ordinateur n’a pas de trousseau de clés. Choisissez une phrase secrète pour la clé de cet appareil&#xa0;; elle vous est demandée à chaque démarrage.</translation>
    </message>
    <message>
        <source>The passphrase for this device&apos;s key. Without it your times are still saved here, but not sent.</source>
        <translation>La phrase secrète de la clé de cet appareil. Sans elle, vos horaires sont quand même enregistrés ici, mais pas envoyés.</translation>
    </message>
</context>
</TS>
