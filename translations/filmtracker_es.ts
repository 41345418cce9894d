<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>ImportWords</name>
    <message>
        <source>The file has no such column.</source>
        <translation>El archivo no tiene esa columna.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Falta el nombre.</translation>
    </message>
    <message>
        <source>The department is missing.</source>
        <translation>Falta el departamento.</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>Falta la fecha.</translation>
    </message>
    <message>
        <source>The call is missing.</source>
        <translation>Falta la citación.</translation>
    </message>
    <message>
        <source>Nobody of that name is on the crew list.</source>
        <translation>Nadie con ese nombre está en la lista del equipo.</translation>
    </message>
    <message>
        <source>There is no such department.</source>
        <translation>No existe ese departamento.</translation>
    </message>
    <message>
        <source>There is no such unit.</source>
        <translation>No existe esa unidad.</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>No existe esa zona horaria.</translation>
    </message>
    <message>
        <source>There is no such currency.</source>
        <translation>No existe esa moneda.</translation>
    </message>
    <message>
        <source>That is no type of day.</source>
        <translation>Eso no es un tipo de día.</translation>
    </message>
    <message>
        <source>That is no day of the week.</source>
        <translation>Eso no es un día de la semana.</translation>
    </message>
    <message>
        <source>It can be read in two ways: %1.</source>
        <translation>Se puede leer de dos maneras: %1.</translation>
    </message>
    <message>
        <source>That is no rate.</source>
        <translation>Eso no es una tarifa.</translation>
    </message>
    <message>
        <source>That is no guarantee.</source>
        <translation>Eso no es una garantía.</translation>
    </message>
    <message>
        <source>That is no date.</source>
        <translation>Eso no es una fecha.</translation>
    </message>
    <message>
        <source>That is no time.</source>
        <translation>Eso no es una hora.</translation>
    </message>
    <message>
        <source>That is no day number.</source>
        <translation>Eso no es un número de día.</translation>
    </message>
    <message>
        <source>The line cannot be read.</source>
        <translation>No se puede leer la línea.</translation>
    </message>
    <message>
        <source>It is the same as row %1.</source>
        <translation>Es igual que la fila %1.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre de pila</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>Sindicato</translation>
    </message>
    <message>
        <source>Rate an hour</source>
        <translation>Tarifa por hora</translation>
    </message>
    <message>
        <source>Rate a day</source>
        <translation>Tarifa por día</translation>
    </message>
    <message>
        <source>Rate a week</source>
        <translation>Tarifa por semana</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Guarantee in hours</source>
        <translation>Garantía en horas</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Convenio</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
</context>
<context>
    <name>film::app::AccountDesk</name>
    <message>
        <source>This server has no sign-in with an account. Use an invite code.</source>
        <translation>Este servidor no tiene inicio de sesión con una cuenta. Use un código de invitación.</translation>
    </message>
    <message>
        <source>No account here belongs to “%1” yet. An administrator links it; with an invite code it works at once.</source>
        <translation>Ninguna cuenta de aquí pertenece todavía a «%1». Un administrador la vincula; con un código de invitación funciona enseguida.</translation>
    </message>
    <message>
        <source>You were not let in, or your account is on no production of this server. Nothing was changed.</source>
        <translation>No se le dio acceso, o su cuenta no está en ninguna producción de este servidor. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>It took too long. Nothing was changed; you can try again.</source>
        <translation>Tardó demasiado. No se ha cambiado nada; puede intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Asking the server where to sign in.</source>
        <translation>Se pregunta al servidor dónde iniciar sesión.</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened in your browser.</source>
        <translation>Inicie sesión en la página que se ha abierto en su navegador.</translation>
    </message>
    <message>
        <source>Your browser did not open. Use an invite code.</source>
        <translation>Su navegador no se abrió. Use un código de invitación.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
    <message>
        <source>That code is not right. The next one of your app:</source>
        <translation>Ese código no es correcto. El siguiente de su aplicación:</translation>
    </message>
    <message>
        <source>The code of your authenticator app:</source>
        <translation>El código de su aplicación de autenticación:</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Join a production</source>
        <translation>Unirse a una producción</translation>
    </message>
    <message>
        <source>Which production is this computer for?</source>
        <translation>¿Para qué producción es este ordenador?</translation>
    </message>
    <message>
        <source>Check the address of the server. To sign in with an account it begins with wss:// or https://, unless the server is this computer. Nothing was sent.</source>
        <translation>Revise la dirección del servidor. Para iniciar sesión con una cuenta empieza por wss:// o https://, salvo que el servidor sea este ordenador. No se ha enviado nada.</translation>
    </message>
</context>
<context>
    <name>film::app::AheadPanel</name>
    <message>
        <source>Ahead today</source>
        <translation>Hoy por delante</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>Meal %1 is due</source>
        <translation>Límite de la comida %1</translation>
    </message>
    <message>
        <source>%1 after call. Later than this is late.</source>
        <translation>%1 tras la citación. Más tarde ya es con retraso.</translation>
    </message>
    <message>
        <source>%1 after meal %2.</source>
        <translation>%1 tras la comida %2.</translation>
    </message>
    <message>
        <source>Last wrap for a full rest</source>
        <translation>Fin límite con descanso completo</translation>
    </message>
    <message>
        <source>%1’s call is %2. A full rest is %3.</source>
        <translation>Citación del %1: %2. El descanso completo es de %3.</translation>
    </message>
    <message>
        <source>Planned wrap</source>
        <translation>Fin previsto</translation>
    </message>
    <message>
        <source>As the call sheet has it.</source>
        <translation>Según la orden de rodaje.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two things at once</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Meal %1 is %2 late.</source>
        <translation>La comida %1 lleva %2 de retraso.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It is %1. Nothing is entered for today yet.</source>
        <translation>Ahora: %1. Hoy aún no hay nada anotado.</translation>
    </message>
    <message>
        <source>It is %1. Nothing has gone over yet.</source>
        <translation>Ahora: %1. Aún no se ha pasado ningún límite.</translation>
    </message>
    <message>
        <source>No more limits today.</source>
        <translation>Hoy no quedan más límites.</translation>
    </message>
    <message>
        <source>%1: %2, in %3</source>
        <comment>a limit, its time, how far it is</comment>
        <translation>%1: %2, en %3</translation>
    </message>
</context>
<context>
    <name>film::app::Application</name>
    <message>
        <source>Crew</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>Jefatura de departamento</translation>
    </message>
    <message>
        <source>Production coordinator</source>
        <translation>Coordinación de producción</translation>
    </message>
    <message>
        <source>Production accountant</source>
        <translation>Contabilidad de producción</translation>
    </message>
    <message>
        <source>Production manager</source>
        <translation>Dirección de producción</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administración del sistema</translation>
    </message>
    <message numerus="yes">
        <source>The file with your times is damaged, and who you are could not be read from it. %n of your changes could be read and are kept.</source>
        <translation>
            <numerusform>El archivo con sus horas está dañado y no se ha podido leer en él quién es usted. Se ha podido leer y conservar %n de sus cambios.</numerusform>
            <numerusform>El archivo con sus horas está dañado y no se ha podido leer en él quién es usted. Se han podido leer y conservar %n de sus cambios.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file was set aside unchanged: %1</source>
        <translation>El archivo dañado se ha apartado sin tocarlo: %1</translation>
    </message>
    <message>
        <source>Ask your coordinator for a new invite code and join again: what was kept is sent then.</source>
        <translation>Pida a coordinación un nuevo código de invitación y únase otra vez: lo conservado se enviará entonces.</translation>
    </message>
    <message>
        <source>That code is not known here. Ask your coordinator for a new one. Nothing was sent.</source>
        <translation>Aquí no se conoce ese código. Pida uno nuevo a coordinación. No se ha enviado nada.</translation>
    </message>
    <message>
        <source>That code was used before. Ask your coordinator for a new one.</source>
        <translation>Ese código ya se ha usado. Pida uno nuevo a coordinación.</translation>
    </message>
    <message>
        <source>The key of this computer cannot be read. Unlock the key store of your system and try again. If the key is lost, join as a new computer: what was not sent then stays in the old file.</source>
        <translation>No se puede leer la clave de este ordenador. Desbloquee el almacén de claves del sistema e inténtelo de nuevo. Si la clave se ha perdido, únase como ordenador nuevo: lo que no se hubiera enviado se queda en el archivo antiguo.</translation>
    </message>
    <message>
        <source>Joining. Nothing but the code is sent.</source>
        <translation>Uniéndose. Solo se envía el código.</translation>
    </message>
    <message>
        <source>Making your production on this computer.</source>
        <translation>Creando su producción en este ordenador.</translation>
    </message>
    <message>
        <source>Film Tracker</source>
        <translation>Film Tracker</translation>
    </message>
    <message>
        <source>Start a new file, keep the old one</source>
        <translation>Empezar un archivo nuevo y guardar el antiguo</translation>
    </message>
    <message>
        <source>Join again…</source>
        <translation>Unirse otra vez…</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message numerus="yes">
        <source>You have %n days entered on this computer. Bring them into %1?</source>
        <translation>
            <numerusform>Tiene %n día anotado en este ordenador. ¿Llevarlo a %1?</numerusform>
            <numerusform>Tiene %n días anotados en este ordenador. ¿Llevarlos a %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>A day that is there already is not changed. What you entered alone stays on this computer as it is.</source>
        <translation>Un día que ya exista allí no se cambia. Lo que anotó por su cuenta se queda en este ordenador tal como está.</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>Llevar</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Dejar</translation>
    </message>
    <message numerus="yes">
        <source>%n days were brought in.</source>
        <translation>
            <numerusform>Se ha llevado %n día.</numerusform>
            <numerusform>Se han llevado %n días.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Left alone, because there is a day already: %2.</source>
        <translation>%1 No se han tocado, porque ya hay un día: %2.</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalSteps</name>
    <message>
        <source>Way of this timecard</source>
        <translation>Recorrido de esta hoja de horas</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>later</source>
        <translation>más tarde</translation>
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
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobadas</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>Sin entregar</translation>
    </message>
    <message>
        <source>Locked by payroll</source>
        <translation>Bloqueada por nóminas</translation>
    </message>
    <message>
        <source>Signed %1</source>
        <translation>Firmada %1</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Vence %1</translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>Sin avisos</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Impugnada</translation>
    </message>
    <message>
        <source>Not initialled</source>
        <translation>Sin rubricar</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) missing</source>
        <translation>
            <numerusform>Falta %n hora</numerusform>
            <numerusform>Faltan %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n short rest(s)</source>
        <translation>
            <numerusform>%n descanso corto</numerusform>
            <numerusform>%n descansos cortos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late meal(s)</source>
        <translation>
            <numerusform>%n comida tardía</numerusform>
            <numerusform>%n comidas tardías</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>name, position, hours, state</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Citación</translation>
    </message>
    <message>
        <source>M1 out</source>
        <translation>C1 sal.</translation>
    </message>
    <message>
        <source>in</source>
        <comment>end of a meal</comment>
        <translation>vuelta</translation>
    </message>
    <message>
        <source>M2 out</source>
        <translation>C2 sal.</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
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
        <translation>Desc.</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message numerus="yes">
        <source>%n penalty(s)</source>
        <translation>
            <numerusform>%n penalización</numerusform>
            <numerusform>%n penalizaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Late meal</source>
        <translation>Comida tardía</translation>
    </message>
    <message>
        <source>No meal</source>
        <translation>Sin comida</translation>
    </message>
    <message>
        <source>Short rest</source>
        <translation>Descanso corto</translation>
    </message>
    <message>
        <source>Long day</source>
        <translation>Día largo</translation>
    </message>
    <message>
        <source>No wrap</source>
        <translation>Sin fin</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Sin horas</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Line and reason</source>
        <translation>Línea y motivo</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tarifa</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>The week as a whole</source>
        <translation>La semana entera</translation>
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
        <translation>%1 aún no ha entregado esta semana.</translation>
    </message>
    <message>
        <source>%1 has two versions. %2 or production must choose first.</source>
        <translation>%1 tiene dos versiones. %2 o producción debe elegir primero.</translation>
    </message>
    <message>
        <source>A part of this card is of a later version of Film Tracker. Update it first.</source>
        <translation>Una parte de esta hoja es de una versión posterior de Film Tracker. Actualícelo primero.</translation>
    </message>
    <message>
        <source>You have approved this card.</source>
        <translation>Ha aprobado esta hoja.</translation>
    </message>
    <message>
        <source>Production has approved this card.</source>
        <translation>Producción ha aprobado esta hoja.</translation>
    </message>
    <message>
        <source>This card is locked by payroll and read-only.</source>
        <translation>Esta hoja está bloqueada por nóminas y es de solo lectura.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>instead of a time</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>%1 %2 %3, was %4</source>
        <comment>a day, a field, its value, the value before</comment>
        <translation>%1 %2 %3, era %4</translation>
    </message>
    <message>
        <source>%1 changed this card after you opened it: %2. The card below is the new one.</source>
        <translation>%1 cambió esta hoja después de que usted la abriera: %2. La hoja de abajo es la nueva.</translation>
    </message>
    <message>
        <source>%1 approved and signed on this computer. Ctrl+Z withdraws it.</source>
        <translation>%1 aprobada y firmada en este equipo. Ctrl+Z la retira.</translation>
    </message>
    <message numerus="yes">
        <source>%n timecard(s) approved and signed on this computer. Ctrl+Z withdraws them.</source>
        <translation>
            <numerusform>%n hoja aprobada y firmada en este equipo. Ctrl+Z la retira.</numerusform>
            <numerusform>%n hojas aprobadas y firmadas en este equipo. Ctrl+Z las retira.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent back to %1 with your comment. All times are kept. Ctrl+Z to undo.</source>
        <translation>Devuelta a %1 con su comentario. Se conservan todas las horas. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Approval of %1 withdrawn. The signature stays in History.</source>
        <translation>Aprobación de %1 retirada. La firma queda en el historial.</translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) withdrawn. The signatures stay in History.</source>
        <translation>
            <numerusform>%n aprobación retirada. La firma queda en el historial.</numerusform>
            <numerusform>%n aprobaciones retiradas. Las firmas quedan en el historial.</numerusform>
        </translation>
    </message>
    <message>
        <source>The week of %1 is submitted again.</source>
        <translation>La semana de %1 vuelve a estar entregada.</translation>
    </message>
    <message>
        <source>Type your signing PIN first. Nothing was signed.</source>
        <translation>Escriba primero su PIN de firma. No se firmó nada.</translation>
    </message>
    <message numerus="yes">
        <source>That is not your signing PIN. %n try(s) left. Nothing was signed.</source>
        <translation>
            <numerusform>Ese no es su PIN de firma. Queda %n intento. No se firmó nada.</numerusform>
            <numerusform>Ese no es su PIN de firma. Quedan %n intentos. No se firmó nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait until %1, then try again. Nothing was signed.</source>
        <translation>Demasiados PIN erróneos. Espere hasta las %1 e inténtelo de nuevo. No se firmó nada.</translation>
    </message>
    <message>
        <source>Choose a PIN of at least %1 characters. Nothing was signed.</source>
        <translation>Elija un PIN de al menos %1 caracteres. No se firmó nada.</translation>
    </message>
    <message>
        <source>The key store of this computer is locked or cannot be used, so the PIN could not be checked. Nothing was signed. Unlock it and try again.</source>
        <translation>El almacén de claves de este equipo está bloqueado o no se puede usar, así que no se pudo comprobar el PIN. No se firmó nada. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Say what should be checked. All times are kept.</source>
        <translation>Diga qué hay que comprobar. Se conservan todas las horas.</translation>
    </message>
    <message>
        <source>This card changed a moment ago. Nothing was signed; look at it again.</source>
        <translation>Esta hoja acaba de cambiar. No se firmó nada; mírela de nuevo.</translation>
    </message>
    <message>
        <source>No card needs a look.</source>
        <translation>Ninguna hoja está por revisar.</translation>
    </message>
    <message>
        <source>No card without flags is waiting.</source>
        <translation>No espera ninguna hoja sin avisos.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) were not as shown and were left alone.</source>
        <translation>
            <numerusform>%n día no estaba como se mostró y no se tocó.</numerusform>
            <numerusform>%n días no estaban como se mostraron y no se tocaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed here at %1. It counts once this computer has synced.</source>
        <translation>Firmada aquí a las %1. Cuenta en cuanto este equipo se haya sincronizado.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>%1 submitted the week</source>
        <translation>%1 entregó la semana</translation>
    </message>
    <message>
        <source>%1 took the week back</source>
        <translation>%1 recuperó la semana</translation>
    </message>
    <message>
        <source>%1 sent the week back</source>
        <translation>%1 devolvió la semana</translation>
    </message>
    <message>
        <source>%1 approved for the department</source>
        <translation>%1 aprobó por el departamento</translation>
    </message>
    <message>
        <source>%1 approved for production</source>
        <translation>%1 aprobó por producción</translation>
    </message>
    <message>
        <source>%1 withdrew the approval</source>
        <translation>%1 retiró la aprobación</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n timecard(s) without flags?</source>
        <translation>
            <numerusform>¿Aprobar %n hoja sin avisos?</numerusform>
            <numerusform>¿Aprobar %n hojas sin avisos?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 gross (estimated).</source>
        <comment>hours, money</comment>
        <translation>%1, %2 brutos (estimado).</translation>
    </message>
    <message>
        <source>%1 in all.</source>
        <comment>hours</comment>
        <translation>%1 en total.</translation>
    </message>
    <message>
        <source>%1 %2 You sign each of them.</source>
        <translation>%1 %2 Firma cada una de ellas.</translation>
    </message>
    <message numerus="yes">
        <source>%n called day(s) without times</source>
        <translation>
            <numerusform>%n día citado sin horas</numerusform>
            <numerusform>%n días citados sin horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n called day(s) have times</source>
        <translation>
            <numerusform>El día citado (%n) tiene horas</numerusform>
            <numerusform>Los %n días citados tienen horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Shortest rest %1</source>
        <translation>Descanso más corto %1</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s), %1</source>
        <translation>
            <numerusform>%n penalización de comida, %1</numerusform>
            <numerusform>%n penalizaciones de comida, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has two versions</source>
        <translation>%1 tiene dos versiones</translation>
    </message>
    <message>
        <source>%1 is disputed: “%2”</source>
        <translation>%1 está impugnado: «%2»</translation>
    </message>
    <message>
        <source>%1, changed by %2, is not initialled</source>
        <translation>%1, cambiado por %2, está sin rubricar</translation>
    </message>
    <message>
        <source>%1 was taken back or cannot be read. The card can be signed when all of its days are handed in.</source>
        <translation>%1 se ha retirado o no se puede leer. La hoja se puede firmar cuando todos sus días estén entregados.</translation>
    </message>
    <message>
        <source>%1, another entry than a time</source>
        <comment>a day</comment>
        <translation>%1, otro dato que no es una hora</translation>
    </message>
    <message>
        <source>Nothing was withdrawn: somebody has changed the card or decided about it meanwhile. Look at it again.</source>
        <translation>No se ha retirado nada: entretanto alguien ha cambiado la hoja o ha decidido sobre ella. Mírela otra vez.</translation>
    </message>
    <message>
        <source>Type the new PIN once more to sign. Nothing was signed yet.</source>
        <translation>Escriba el nuevo PIN una vez más para firmar. Aún no se ha firmado nada.</translation>
    </message>
    <message>
        <source>The two PINs were not the same. Choose one again. Nothing was signed.</source>
        <translation>Los dos PIN no eran iguales. Elija uno de nuevo. No se ha firmado nada.</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalsController</name>
    <message>
        <source>approval of %1</source>
        <translation>la aprobación de %1</translation>
    </message>
    <message numerus="yes">
        <source>approval of %n timecard(s)</source>
        <translation>
            <numerusform>la aprobación de %n hoja</numerusform>
            <numerusform>la aprobación de %n hojas</numerusform>
        </translation>
    </message>
    <message>
        <source>withdrawal of an approval</source>
        <translation>la retirada de una aprobación</translation>
    </message>
    <message>
        <source>sending back to %1</source>
        <translation>la devolución a %1</translation>
    </message>
</context>
<context>
    <name>film::app::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Aprobaciones</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Timecards waiting for a decision</source>
        <translation>Hojas que esperan una decisión</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Mayús+A</translation>
    </message>
    <message>
        <source>Timecard before</source>
        <translation>Hoja anterior</translation>
    </message>
    <message>
        <source>Next timecard</source>
        <translation>Hoja siguiente</translation>
    </message>
    <message>
        <source>Days of the timecard</source>
        <translation>Días de la hoja</translation>
    </message>
    <message>
        <source>Pay lines</source>
        <translation>Líneas de pago</translation>
    </message>
    <message>
        <source>Gross for the week, estimated</source>
        <translation>Bruto de la semana, estimado</translation>
    </message>
    <message>
        <source>Select a line to see the times it comes from</source>
        <translation>Elija una línea para ver de qué horas sale</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>&amp;Aprobar y firmar</translation>
    </message>
    <message>
        <source>&amp;Send back…</source>
        <translation>&amp;Devolver…</translation>
    </message>
    <message>
        <source>Approve those without &amp;flags…</source>
        <translation>Aprobar las que no tienen a&amp;visos…</translation>
    </message>
    <message>
        <source>&amp;Withdraw approval</source>
        <translation>&amp;Retirar la aprobación</translation>
    </message>
    <message>
        <source>&amp;Filter the queue</source>
        <translation>&amp;Filtrar la lista</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message numerus="yes">
        <source>Approve the %n without flags…</source>
        <translation>
            <numerusform>Aprobar la %n sin avisos…</numerusform>
            <numerusform>Aprobar las %n sin avisos…</numerusform>
        </translation>
    </message>
    <message>
        <source>None without flags</source>
        <translation>Ninguna sin avisos</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n approved</source>
        <translation>
            <numerusform>%1 de %n aprobada</numerusform>
            <numerusform>%1 de %n aprobadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Rates and amounts are shown to those who may see them. Approving is about the times.</source>
        <translation>Las tarifas y los importes se muestran a quien puede verlos. Se aprueban las horas.</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 por hora</translation>
    </message>
    <message>
        <source>rules %1 v%2</source>
        <translation>reglas %1 v%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Payroll</source>
        <translation>Nóminas</translation>
    </message>
    <message>
        <source>I have looked at it</source>
        <translation>La he mirado</translation>
    </message>
    <message>
        <source>Nobody you approve has days in this week.</source>
        <translation>Nadie a quien usted aprueba tiene días en esta semana.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is waiting for you. %1 of %n approved.</source>
        <translation>
            <numerusform>No le espera nada. %1 de %n aprobada.</numerusform>
            <numerusform>No le espera nada. %1 de %n aprobadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Su decisión</translation>
    </message>
    <message>
        <source>De&amp;legate…</source>
        <translation>De&amp;legar…</translation>
    </message>
    <message>
        <source>Let somebody approve in your place for a time</source>
        <translation>Dejar que alguien apruebe en su lugar durante un tiempo</translation>
    </message>
    <message>
        <source>You approve in the place of %1 up to and with %2.</source>
        <translation>Usted aprueba en lugar de %1 hasta el %2 inclusive.</translation>
    </message>
    <message>
        <source>The timecards could not be read. The last good ones are shown.</source>
        <translation>No se pudieron leer las hojas de horas. Se muestran las últimas buenas.</translation>
    </message>
    <message>
        <source>The timecards could not be read.</source>
        <translation>No se pudieron leer las hojas de horas.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Opening the timecards…</source>
        <translation>Abriendo las hojas de horas…</translation>
    </message>
</context>
<context>
    <name>film::app::BottomPane</name>
    <message>
        <source>Fold</source>
        <translation>Plegar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>next</source>
        <translation>siguiente</translation>
    </message>
    <message>
        <source>Shift+F8</source>
        <translation>Mayús+F8</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>anterior</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Desplegar</translation>
    </message>
</context>
<context>
    <name>film::app::BudgetDialog</name>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>The dashboard holds cost and overtime against these. They are kept on this computer and are not sent. Leave a field empty for no comparison.</source>
        <translation>El panel compara con esto los costes y las horas extra. Se guarda en este ordenador y no se envía. Deje un campo vacío para no comparar.</translation>
    </message>
    <message>
        <source>&amp;Labour for a shoot day, in %1</source>
        <translation>&amp;Mano de obra por día de rodaje, en %1</translation>
    </message>
    <message>
        <source>&amp;Overtime planned for a week, in hours</source>
        <translation>Horas extra &amp;previstas por semana, en horas</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>I could not read “%1”. A whole number is wanted, such as %2. Nothing was changed.</source>
        <translation>No se pudo leer «%1». Hace falta un número entero, como %2. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>film::app::BulkApproveDialog</name>
    <message>
        <source>Approve without flags</source>
        <translation>Aprobar sin avisos</translation>
    </message>
    <message>
        <source>Signing &amp;PIN</source>
        <translation>&amp;PIN de firma</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>PIN de firma</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>&amp;Aprobar y firmar</translation>
    </message>
    <message>
        <source>Timecards that are signed</source>
        <translation>Hojas que se firman</translation>
    </message>
</context>
<context>
    <name>film::app::BulkBar</name>
    <message>
        <source>Call</source>
        <translation>Citación</translation>
    </message>
    <message>
        <source>Meal 1 out</source>
        <translation>Inicio com. 1</translation>
    </message>
    <message>
        <source>Meal 1 in</source>
        <translation>Fin com. 1</translation>
    </message>
    <message>
        <source>Meal 2 out</source>
        <translation>Inicio com. 2</translation>
    </message>
    <message>
        <source>Meal 2 in</source>
        <translation>Fin com. 2</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>From call sheet</source>
        <translation>De la orden</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Sustituir todo</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>varios</translation>
    </message>
    <message numerus="yes">
        <source>%n cells selected</source>
        <translation>
            <numerusform>%n celda seleccionada</numerusform>
            <numerusform>%n celdas seleccionadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departments</source>
        <translation>
            <numerusform>%n departamento</numerusform>
            <numerusform>%n departamentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 locked will be skipped</source>
        <translation>Bloqueados que se omiten: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a department, a date</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the clocks change</source>
        <translation>
            <numerusform>%n fuera: cambio de hora</numerusform>
            <numerusform>%n fuera: cambio de hora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: times out of order</source>
        <translation>
            <numerusform>%n fuera: horas en desorden</numerusform>
            <numerusform>%n fuera: horas en desorden</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Aplicar a %1</translation>
    </message>
    <message>
        <source>I could not read “%1”.</source>
        <translation>No se entiende «%1».</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>«%1» tiene dos lecturas.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Type the times</source>
        <translation>Escriba las horas</translation>
    </message>
    <message>
        <source>No hours yet</source>
        <translation>Aún sin horas</translation>
    </message>
    <message>
        <source>An empty field changes nothing</source>
        <translation>Un campo vacío no cambia nada</translation>
    </message>
    <message>
        <source>no flags</source>
        <translation>sin avisos</translation>
    </message>
    <message numerus="yes">
        <source>%n would be short of rest</source>
        <translation>
            <numerusform>%n con poco descanso</numerusform>
            <numerusform>%n con poco descanso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meals to look at</source>
        <translation>
            <numerusform>%n comida por revisar</numerusform>
            <numerusform>%n comidas por revisar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n por revisar</numerusform>
            <numerusform>%n por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h each</source>
        <translation>%1 h cada una</translation>
    </message>
    <message>
        <source>%1 to %2 h</source>
        <translation>De %1 a %2 h</translation>
    </message>
    <message>
        <source>%1 h in all, %2</source>
        <comment>hours, flags</comment>
        <translation>%1 h en total, %2</translation>
    </message>
    <message>
        <source>%1 of %2 already have times.</source>
        <translation>%1 de %2 ya tienen horas.</translation>
    </message>
    <message>
        <source>Fill only the %1 empty</source>
        <translation>Rellenar solo vacías (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n offset(s)</source>
        <translation>
            <numerusform>%n desfase</numerusform>
            <numerusform>%n desfases</numerusform>
        </translation>
    </message>
    <message>
        <source>Offsets…</source>
        <translation>Desfases…</translation>
    </message>
    <message>
        <source>Departments that start earlier or wrap later than the unit (Ctrl+Shift+O)</source>
        <translation>Departamentos que empiezan antes o acaban después que la unidad (Ctrl+Mayús+O)</translation>
    </message>
</context>
<context>
    <name>film::app::CallSheetImportDialog</name>
    <message>
        <source>Import call sheets</source>
        <translation>Importar órdenes de rodaje</translation>
    </message>
    <message numerus="yes">
        <source>Add %n call sheets</source>
        <translation>
            <numerusform>Añadir %n orden de rodaje</numerusform>
            <numerusform>Añadir %n órdenes de rodaje</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets ready.</source>
        <translation>
            <numerusform>%n orden de rodaje lista.</numerusform>
            <numerusform>%n órdenes de rodaje listas.</numerusform>
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
            <numerusform>%n línea por revisar se queda fuera.</numerusform>
            <numerusform>%n líneas por revisar se quedan fuera.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Nothing is added until you press Add.</source>
        <translation>%1 No se añade nada hasta pulsar Añadir.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Lo que pone</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Lines that stay out</source>
        <translation>Líneas que se quedan fuera</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Citación</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Own calls</source>
        <translation>Citas propias</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Localización</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <source>Days that are added</source>
        <translation>Días que se añaden</translation>
    </message>
    <message>
        <source>Day first, 25/11/2025</source>
        <translation>Primero el día, 25/11/2025</translation>
    </message>
    <message>
        <source>Month first, 11/25/2025</source>
        <translation>Primero el mes, 11/25/2025</translation>
    </message>
    <message>
        <source>Hundredths of an hour, 13.50 is 13:30</source>
        <translation>Centésimas de hora, 13.50 es 13:30</translation>
    </message>
    <message>
        <source>Minutes, 13.50 is 13:50</source>
        <translation>Minutos, 13.50 es 13:50</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Quién es</translation>
    </message>
    <message>
        <source>“%1” can be two dates. Which comes first on these sheets?</source>
        <translation>«%1» puede ser dos fechas. ¿Qué va primero en estas órdenes?</translation>
    </message>
    <message>
        <source>“%1” can be two times. What stands after the point on these sheets?</source>
        <translation>«%1» puede ser dos horas. ¿Qué hay después del punto en estas órdenes?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person, a department</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Who %1 is</source>
        <translation>Quién es %1</translation>
    </message>
    <message>
        <source>Stays out</source>
        <translation>Se queda fuera</translation>
    </message>
</context>
<context>
    <name>film::app::CallSheetsPage</name>
    <message>
        <source>Call sheets</source>
        <translation>Órdenes de rodaje</translation>
    </message>
    <message>
        <source>Shooting days of the week</source>
        <translation>Días de rodaje de la semana</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Read call sheets from files</source>
        <translation>Leer órdenes de rodaje de archivos</translation>
    </message>
    <message>
        <source>Start with an empty sheet</source>
        <translation>Empezar con una orden vacía</translation>
    </message>
    <message>
        <source>Only the production office changes call sheets.</source>
        <translation>Solo la oficina de producción cambia las órdenes de rodaje.</translation>
    </message>
    <message>
        <source>Calls of departments and people</source>
        <translation>Citaciones de departamentos y personas</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Descartar borrador</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Start from the day &amp;before</source>
        <translation>Empezar con el día &amp;anterior</translation>
    </message>
    <message>
        <source>Start with an &amp;empty sheet</source>
        <translation>Empezar con una orden &amp;vacía</translation>
    </message>
    <message>
        <source>Change the call of the &amp;row</source>
        <translation>Cambiar la citación de la &amp;fila</translation>
    </message>
    <message>
        <source>Call with the &amp;others</source>
        <translation>Citar con los &amp;demás</translation>
    </message>
    <message>
        <source>&amp;Publish the call sheet</source>
        <translation>&amp;Publicar la orden de rodaje</translation>
    </message>
    <message>
        <source>Discard the &amp;draft</source>
        <translation>Descartar el &amp;borrador</translation>
    </message>
    <message>
        <source>Open or close all departments of the shee&amp;t</source>
        <translation>Abrir o cerrar &amp;todos los departamentos de la orden</translation>
    </message>
    <message>
        <source>call sheet of %1</source>
        <translation>orden de rodaje del %1</translation>
    </message>
    <message>
        <source>%1 · Draft, on this computer only</source>
        <translation>%1 · Borrador, solo en este ordenador</translation>
    </message>
    <message>
        <source>%1 · Published</source>
        <translation>%1 · Publicada</translation>
    </message>
    <message>
        <source>Opening the call sheets…</source>
        <translation>Abriendo las órdenes de rodaje…</translation>
    </message>
    <message>
        <source>The call sheets could not be read. The last good ones are shown.</source>
        <translation>No se han podido leer las órdenes de rodaje. Se muestran las últimas buenas.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Nobody to call yet.</source>
        <translation>Aún no hay nadie a quien citar.</translation>
    </message>
    <message>
        <source>A call sheet belongs to a unit. The first one comes with the first people.</source>
        <translation>Una orden de rodaje pertenece a una unidad. La primera llega con las primeras personas.</translation>
    </message>
    <message>
        <source>This call sheet was published by somebody else after you began yours.</source>
        <translation>Otra persona publicó esta orden de rodaje después de que usted empezara la suya.</translation>
    </message>
    <message>
        <source>Yours is kept here and is not published. Discard it to see theirs, or keep yours and publish it in place of theirs.</source>
        <translation>La suya se conserva aquí y no está publicada. Descártela para ver la otra, o conserve la suya y publíquela en su lugar.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar la mía</translation>
    </message>
    <message>
        <source>Check the two times. It can be published once they follow each other.</source>
        <translation>Compruebe las dos horas. Se puede publicar cuando vayan en orden.</translation>
    </message>
    <message>
        <source>No call sheet for %1 yet.</source>
        <translation>Aún no hay orden de rodaje para el %1.</translation>
    </message>
    <message>
        <source>The plan of %1 can be the beginning: its times, its place, and which departments come earlier.</source>
        <translation>El plan del %1 puede servir de base: sus horas, su lugar y qué departamentos vienen antes.</translation>
    </message>
    <message>
        <source>Start from %1</source>
        <translation>Empezar con el %1</translation>
    </message>
    <message>
        <source>publishing of the call sheet of %1</source>
        <translation>publicación de la orden de rodaje del %1</translation>
    </message>
    <message>
        <source>The call sheet of %1 is published. Ctrl+Z takes it back.</source>
        <translation>La orden de rodaje del %1 está publicada. Ctrl+Z la retira.</translation>
    </message>
    <message>
        <source>discarded draft of %1</source>
        <translation>borrador descartado del %1</translation>
    </message>
    <message>
        <source>The draft was discarded. Ctrl+Z brings it back.</source>
        <translation>Se ha descartado el borrador. Ctrl+Z lo recupera.</translation>
    </message>
</context>
<context>
    <name>film::app::CellEditor</name>
    <message>
        <source>First (Alt+1)</source>
        <translation>Primera (Alt+1)</translation>
    </message>
    <message>
        <source>Second (Alt+2)</source>
        <translation>Segunda (Alt+2)</translation>
    </message>
    <message>
        <source>Times of the day</source>
        <translation>Horas del día</translation>
    </message>
</context>
<context>
    <name>film::app::ChangeHeader</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>film::app::ChartPanel</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1, como tabla</translation>
    </message>
    <message>
        <source>%1 by department</source>
        <translation>%1 por departamento</translation>
    </message>
    <message>
        <source>Show “%1” as a table</source>
        <translation>Mostrar «%1» como tabla</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+Shift+T)</source>
        <translation>Mostrar como tabla (Ctrl+Mayús+T)</translation>
    </message>
    <message>
        <source>More about “%1”</source>
        <translation>Más sobre «%1»</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Mostrar como tabla</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>Copiar las cifras</translation>
    </message>
</context>
<context>
    <name>film::app::ChoiceRow</name>
    <message>
        <source>Which one is it?</source>
        <translation>¿Cuál de las dos?</translation>
    </message>
</context>
<context>
    <name>film::app::CommandSearchDialog</name>
    <message>
        <source>Search and commands</source>
        <translation>Búsqueda y órdenes</translation>
    </message>
    <message>
        <source>A name, a day, a command: “maya”, “thu 20”, “week 6”</source>
        <translation>Un nombre, un día, una orden: «maya», «jue 20», «semana 6»</translation>
    </message>
    <message>
        <source>Search people, days and commands</source>
        <translation>Buscar personas, días y órdenes</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo encontrado</translation>
    </message>
    <message>
        <source>Up and Down choose · Enter goes there · Esc closes</source>
        <translation>Arriba y Abajo eligen · Intro va allí · Esc cierra</translation>
    </message>
    <message>
        <source>Nothing is called “%1”. Try the beginning of a name, a day such as “20 nov”, or a word of a menu.</source>
        <translation>Nada se llama «%1». Pruebe con el principio de un nombre, un día como «20 nov» o una palabra de un menú.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>a result: its number, how many, its words</comment>
        <translation>%1 de %2: %3</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Semana %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>go to this day</source>
        <translation>ir a este día</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
</context>
<context>
    <name>film::app::ConflictDialog</name>
    <message>
        <source>Review changes</source>
        <translation>Revisar cambios</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Days to decide</source>
        <translation>Días por decidir</translation>
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
        <translation>Por qué, para el historial y para la otra persona</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir luego</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save choice</source>
        <translation>Guardar elección</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>To decide, %1</source>
        <translation>Por decidir, %1</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Guardar y seguir</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Nothing is left to decide</source>
        <translation>No queda nada por decidir</translation>
    </message>
    <message>
        <source>%1 was changed in two places</source>
        <translation>%1: cambios en dos sitios</translation>
    </message>
    <message>
        <source>You entered it on this computer. %1 entered it at about the same time.</source>
        <translation>Usted lo anotó en este ordenador. %1 lo anotó más o menos al mismo tiempo.</translation>
    </message>
    <message>
        <source>%1 and %2 entered it at about the same time.</source>
        <translation>%1 y %2 lo anotaron más o menos al mismo tiempo.</translation>
    </message>
    <message>
        <source>Nothing is lost: both versions stay in the day’s history, whichever you choose.</source>
        <translation>No se pierde nada: las dos versiones quedan en el historial del día, elija la que elija.</translation>
    </message>
    <message>
        <source>Keep all mine</source>
        <translation>Dejar todo lo mío</translation>
    </message>
    <message>
        <source>Take all from %1</source>
        <translation>Tomar todo de %1</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Will be saved</source>
        <translation>Se guardará</translation>
    </message>
    <message>
        <source>Type to change it</source>
        <translation>Escriba para cambiarlo</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este ordenador</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>Versión con la que comparar</translation>
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
        <translation>Horas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part of the day, what is asked</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: “%2” can be read in two ways.</source>
        <translation>%1: «%2» se puede leer de dos maneras.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Type it again, or choose a side.</source>
        <translation>No se entiende «%1». Una hora se escribe como 0700, 7.0 o 7:00. Escríbala de nuevo o elija un lado.</translation>
    </message>
    <message>
        <source>This day was locked meanwhile. The choice is read-only.</source>
        <translation>Este día se ha bloqueado entretanto. La elección es de solo lectura.</translation>
    </message>
    <message>
        <source>Until you decide, this day counts as %1 h, is marked “Two versions”, and payroll cannot lock it.</source>
        <translation>Hasta que decida, este día cuenta como %1 h, lleva la marca «Dos versiones» y nóminas no puede bloquearlo.</translation>
    </message>
    <message>
        <source>As they count now</source>
        <translation>Como cuentan ahora</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message numerus="yes">
        <source>%n days are decided together</source>
        <translation>
            <numerusform>Se decide %n día</numerusform>
            <numerusform>Se deciden %n días juntos</numerusform>
        </translation>
    </message>
    <message>
        <source>Each becomes one version as a whole. One Ctrl+Z takes all of them back.</source>
        <translation>Cada uno pasa a ser una sola versión, entera. Un solo Ctrl+Z los deshace todos.</translation>
    </message>
    <message>
        <source>Nothing is lost: all versions stay in the history of each day.</source>
        <translation>No se pierde nada: todas las versiones quedan en el historial de cada día.</translation>
    </message>
    <message>
        <source>Take all of the others</source>
        <translation>Tomar todas las de los demás</translation>
    </message>
    <message numerus="yes">
        <source>Save %n days</source>
        <translation>
            <numerusform>Guardar %n día</numerusform>
            <numerusform>Guardar %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of these days were entered on this computer: together they can only stay as they count now.</source>
        <translation>No todos estos días se introdujeron en este equipo: juntos solo pueden quedarse como cuentan ahora.</translation>
    </message>
    <message numerus="yes">
        <source>%n locked days are left out.</source>
        <translation>
            <numerusform>%n día bloqueado queda fuera.</numerusform>
            <numerusform>%n días bloqueados quedan fuera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>Cuenta ahora</translation>
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
        <translation>este ordenador</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>a part of the day, whose version, its value</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, will be saved</source>
        <comment>a part of the day</comment>
        <translation>%1, se guardará</translation>
    </message>
    <message>
        <source>Two readings</source>
        <translation>Dos lecturas</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>No se entiende</translation>
    </message>
</context>
<context>
    <name>film::app::CrewGridPage</name>
    <message>
        <source>Exceptions</source>
        <translation>Incidencias</translation>
    </message>
    <message>
        <source>Entry history</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Enter the first call sheet. Calls appear in the grid, ready to confirm at wrap.</source>
        <translation>Introduzca la primera orden de rodaje. Las citaciones aparecen en el cuadrante, listas para confirmar al acabar.</translation>
    </message>
    <message>
        <source>Open call sheet…</source>
        <translation>Abrir orden de rodaje…</translation>
    </message>
    <message>
        <source>Crew grid</source>
        <translation>Cuadrante</translation>
    </message>
    <message>
        <source>Name or role</source>
        <translation>Nombre o puesto</translation>
    </message>
    <message>
        <source>Filter by name, role or department</source>
        <translation>Filtrar por nombre, puesto o departamento</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtrar (Ctrl+F)</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Qué muestran las celdas</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>Comidas</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Cop&amp;y the cells</source>
        <translation>C&amp;opiar las celdas</translation>
    </message>
    <message>
        <source>&amp;Paste into the cells</source>
        <translation>&amp;Pegar en las celdas</translation>
    </message>
    <message>
        <source>C&amp;lear the times</source>
        <translation>&amp;Borrar las horas</translation>
    </message>
    <message>
        <source>Select the &amp;day for everybody</source>
        <translation>Seleccionar el &amp;día de todo el equipo</translation>
    </message>
    <message>
        <source>Select the &amp;week of the person</source>
        <translation>Seleccionar la &amp;semana de la persona</translation>
    </message>
    <message>
        <source>&amp;Filter the people</source>
        <translation>&amp;Filtrar personas</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>Rellenar hacia a&amp;bajo</translation>
    </message>
    <message>
        <source>Fill &amp;right</source>
        <translation>Rellenar a la &amp;derecha</translation>
    </message>
    <message>
        <source>&amp;Apply to the selected cells</source>
        <translation>Ap&amp;licar a las celdas seleccionadas</translation>
    </message>
    <message>
        <source>D&amp;o the suggested fix</source>
        <translation>A&amp;plicar el arreglo propuesto</translation>
    </message>
    <message>
        <source>Fill from the call shee&amp;t</source>
        <translation>Rellenar con la &amp;orden de rodaje</translation>
    </message>
    <message>
        <source>&amp;Open or close all departments</source>
        <translation>&amp;Abrir o cerrar todos los departamentos</translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n celda</numerusform>
            <numerusform>%n celdas</numerusform>
        </translation>
    </message>
    <message>
        <source>Move a call</source>
        <translation>Mover una citación</translation>
    </message>
    <message>
        <source>%1 for %2. Why? It is kept with the call sheet.</source>
        <translation>%1 para %2. ¿Por qué? Se guarda con la orden de rodaje.</translation>
    </message>
    <message>
        <source>Full rest after the wrap</source>
        <translation>Descanso completo tras el fin de jornada</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>Aún no hay nadie</translation>
    </message>
    <message>
        <source>Nobody but you yet</source>
        <translation>Por ahora solo está usted</translation>
    </message>
    <message numerus="yes">
        <source>%n people, %1 of %2 days in</source>
        <translation>
            <numerusform>%n persona, %1 de %2 días anotados</numerusform>
            <numerusform>%n personas, %1 de %2 días anotados</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Faltan</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a filter, how many</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Exceptions %1</source>
        <translation>Incidencias %1</translation>
    </message>
    <message>
        <source>Nobody matches “%1”.</source>
        <translation>Nadie coincide con «%1».</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>Nobody is left here.</source>
        <translation>Aquí no queda nadie.</translation>
    </message>
    <message>
        <source>No people yet.</source>
        <translation>Aún no hay nadie.</translation>
    </message>
    <message>
        <source>The production office adds the crew. You see them here once they are added.</source>
        <translation>La oficina de producción da de alta al equipo. Lo verá aquí en cuanto esté añadido.</translation>
    </message>
    <message>
        <source>Accept the penalt&amp;ies</source>
        <translation>Aceptar las penal&amp;izaciones</translation>
    </message>
    <message>
        <source>The crew could not be read.</source>
        <translation>No se pudo leer el equipo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Opening the crew…</source>
        <translation>Abriendo el equipo…</translation>
    </message>
    <message>
        <source>Department o&amp;ffsets…</source>
        <translation>Desf&amp;ases de los departamentos…</translation>
    </message>
    <message>
        <source>Saved &amp;views and columns</source>
        <translation>&amp;Vistas guardadas y columnas</translation>
    </message>
</context>
<context>
    <name>film::app::CrewGridView</name>
    <message>
        <source>Times of the crew</source>
        <translation>Horas del equipo</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
</context>
<context>
    <name>film::app::CrewImportDialog</name>
    <message>
        <source>Import crew list</source>
        <translation>Importar lista del equipo</translation>
    </message>
    <message numerus="yes">
        <source>Add %n people</source>
        <translation>
            <numerusform>Añadir %n persona</numerusform>
            <numerusform>Añadir %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ready.</source>
        <translation>
            <numerusform>%n persona lista.</numerusform>
            <numerusform>%n personas listas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows need a look and stay out.</source>
        <translation>
            <numerusform>%n fila por revisar se queda fuera.</numerusform>
            <numerusform>%n filas por revisar se quedan fuera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Lo que pone</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Rows that stay out</source>
        <translation>Filas que se quedan fuera</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Columna del archivo</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Significa</translation>
    </message>
    <message>
        <source>Columns of the file and what they mean</source>
        <translation>Columnas del archivo y qué significan</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Columna %1</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Significado de %1</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>No se usa</translation>
    </message>
    <message>
        <source>Day first, 25/11/2025</source>
        <translation>Primero el día, 25/11/2025</translation>
    </message>
    <message>
        <source>Month first, 11/25/2025</source>
        <translation>Primero el mes, 11/25/2025</translation>
    </message>
    <message>
        <source>A point, 1,234.50</source>
        <translation>Un punto, 1,234.50</translation>
    </message>
    <message>
        <source>A comma, 1.234,50</source>
        <translation>Una coma, 1.234,50</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>People on the list and what becomes of them</source>
        <translation>Personas de la lista y qué pasa con ellas</translation>
    </message>
    <message>
        <source>“%1” can be two dates. Which comes first in this list?</source>
        <translation>«%1» puede ser dos fechas. ¿Qué va primero en esta lista?</translation>
    </message>
    <message>
        <source>“%1” can be two amounts. What separates the decimals in this list?</source>
        <translation>«%1» puede ser dos importes. ¿Qué separa los decimales en esta lista?</translation>
    </message>
    <message>
        <source>Is added</source>
        <translation>Se añade</translation>
    </message>
    <message>
        <source>Is here already, nothing changes</source>
        <translation>Ya está aquí, no cambia nada</translation>
    </message>
    <message>
        <source>Is here already and is changed</source>
        <translation>Ya está aquí y se cambia</translation>
    </message>
    <message>
        <source>What happens with %1</source>
        <translation>Qué ocurre con %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Is %1, %2</source>
        <comment>a person, a department</comment>
        <translation>Es %1, %2</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>Es alguien nuevo</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Dejar fuera</translation>
    </message>
    <message numerus="yes">
        <source>Add and change %n people</source>
        <translation>
            <numerusform>Añadir y cambiar %n persona</numerusform>
            <numerusform>Añadir y cambiar %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are here already.</source>
        <translation>
            <numerusform>%n persona ya está aquí.</numerusform>
            <numerusform>%n personas ya están aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people wait for your decision and stay out until then.</source>
        <translation>
            <numerusform>%n persona espera su decisión y queda fuera hasta entonces.</numerusform>
            <numerusform>%n personas esperan su decisión y quedan fuera hasta entonces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is added until you press Add.</source>
        <translation>No se añade nada hasta que pulse Añadir.</translation>
    </message>
</context>
<context>
    <name>film::app::CrewSetupPanel</name>
    <message>
        <source>Add your crew to begin</source>
        <translation>Añada a su equipo para empezar</translation>
    </message>
    <message>
        <source>%1, saved on this computer</source>
        <translation>%1, guardada en este ordenador</translation>
    </message>
    <message>
        <source>Copy rows from a spreadsheet and press %1 anywhere on this page. Names, roles, departments and rates are recognised, and you check them before anything is added.</source>
        <translation>Copie las filas de una hoja de cálculo y pulse %1 en cualquier punto de esta página. Se reconocen nombres, puestos, departamentos y tarifas, y usted lo revisa antes de que se añada nada.</translation>
    </message>
    <message>
        <source>Create the production</source>
        <translation>Crear la producción</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Añadir personas</translation>
    </message>
    <message>
        <source>Paste them, or open a CSV file</source>
        <translation>Péguelas o abra un archivo CSV</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>Abrir CSV…</translation>
    </message>
    <message>
        <source>Open a crew list</source>
        <translation>Abrir una lista del equipo</translation>
    </message>
    <message>
        <source>Paste crew list</source>
        <translation>Pegar lista</translation>
    </message>
    <message>
        <source>Enter the first call sheet</source>
        <translation>Introducir la primera orden de rodaje</translation>
    </message>
    <message>
        <source>Calls appear in the grid, ready to confirm at wrap</source>
        <translation>Las citaciones aparecen en el cuadrante, listas para confirmar al acabar</translation>
    </message>
    <message>
        <source>Open call sheet…</source>
        <translation>Abrir orden de rodaje…</translation>
    </message>
</context>
<context>
    <name>film::app::CrewViewButton</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Saved views and columns</source>
        <translation>Vistas guardadas y columnas</translation>
    </message>
    <message>
        <source>Saved views and columns (Ctrl+Shift+V)</source>
        <translation>Vistas guardadas y columnas (Ctrl+Mayús+V)</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Todo</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Columnas</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>&amp;Guardar esta vista…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>What is shown is kept on this computer under a name. A view of that name is replaced.</source>
        <translation>Lo que se muestra se guarda en este equipo con un nombre. Una vista con ese nombre se reemplaza.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>There are %1 views already. Delete one first.</source>
        <translation>Ya hay %1 vistas. Elimine antes una.</translation>
    </message>
    <message>
        <source>The view “%1” is kept on this computer.</source>
        <translation>La vista «%1» se guarda en este equipo.</translation>
    </message>
    <message>
        <source>The view “%1” is deleted.</source>
        <translation>La vista «%1» se ha eliminado.</translation>
    </message>
</context>
<context>
    <name>film::app::CrewWordsText</name>
    <message>
        <source>No times</source>
        <translation>Sin horas</translation>
    </message>
    <message>
        <source>Not called</source>
        <translation>Sin cita</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>cita %1</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Vestuario</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Festivo</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Enfermedad</translation>
    </message>
    <message>
        <source>No work</source>
        <translation>Sin trabajo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n called</source>
        <translation>
            <numerusform>%n con cita</numerusform>
            <numerusform>%n con cita</numerusform>
        </translation>
    </message>
    <message>
        <source>Day %1 · call %2</source>
        <translation>Día %1 · cita %2</translation>
    </message>
    <message>
        <source>Name and role</source>
        <translation>Nombre y puesto</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>Sin regla</translation>
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
        <translation>Avisos</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>from %1, no wrap yet</source>
        <translation>desde %1, aún sin hora de fin</translation>
    </message>
    <message>
        <source>no times, called at %1</source>
        <translation>sin horas, citación %1</translation>
    </message>
    <message>
        <source>no times</source>
        <translation>sin horas</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 horas</translation>
    </message>
    <message>
        <source>two versions</source>
        <translation>dos versiones</translation>
    </message>
    <message>
        <source>needs an update</source>
        <translation>necesita una actualización</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>saved on this computer, waiting to be sent</source>
        <translation>guardado en este ordenador, pendiente de envío</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>2 versiones</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Short rest</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>Comida</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Entered in two places; both are kept</source>
        <translation>Anotado en dos sitios; se conservan los dos</translation>
    </message>
    <message>
        <source>Meal %1 started %2 h late, was due %3</source>
        <translation>La comida %1 empezó %2 h tarde, límite %3</translation>
    </message>
    <message>
        <source>Meal %1 not recorded, was due %2</source>
        <translation>Comida %1 sin anotar, límite %2</translation>
    </message>
    <message>
        <source>Rest %1 of %2 h (wrap %3, call %4)</source>
        <translation>Descanso %1 de %2 h (fin %3, cita %4)</translation>
    </message>
    <message>
        <source>%1 hours on set</source>
        <translation>%1 horas en el set</translation>
    </message>
    <message>
        <source>No wrap, began at %1</source>
        <translation>Falta el fin, inicio %1</translation>
    </message>
    <message>
        <source>No times, called at %1</source>
        <translation>Sin horas, citación %1</translation>
    </message>
    <message>
        <source>%1 (%2) is before %3 (%4)</source>
        <translation>%1 (%2) va antes que %3 (%4)</translation>
    </message>
    <message>
        <source>%1. Check the two times.</source>
        <translation>%1. Revise las dos horas.</translation>
    </message>
    <message>
        <source>Compare and choose…</source>
        <translation>Comparar y elegir…</translation>
    </message>
    <message>
        <source>Fill from the call sheet</source>
        <translation>Rellenar con la orden de rodaje</translation>
    </message>
    <message>
        <source>Add meal %1</source>
        <translation>Añadir comida %1</translation>
    </message>
    <message>
        <source>Edit the times</source>
        <translation>Editar las horas</translation>
    </message>
    <message>
        <source>Move %1’s call to %2</source>
        <translation>Mover la citación del %1 a %2</translation>
    </message>
    <message>
        <source>Show the day</source>
        <translation>Mostrar el día</translation>
    </message>
    <message>
        <source>day type</source>
        <translation>tipo de día</translation>
    </message>
    <message>
        <source>call</source>
        <translation>citación</translation>
    </message>
    <message>
        <source>breakfast out</source>
        <translation>inicio del desayuno</translation>
    </message>
    <message>
        <source>breakfast in</source>
        <translation>fin del desayuno</translation>
    </message>
    <message>
        <source>meal %1 out</source>
        <translation>inicio de la comida %1</translation>
    </message>
    <message>
        <source>meal %1 in</source>
        <translation>fin de la comida %1</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>fin de jornada</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>viaje</translation>
    </message>
    <message>
        <source>travel back</source>
        <translation>viaje de vuelta</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>pactado</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>Day type</source>
        <translation>Tipo de día</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Citación</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Desayuno</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>Comidas</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Pactado</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Localización</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Complementos</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>no meal</source>
        <translation>sin comida</translation>
    </message>
    <message>
        <source>%1 there, %2 back</source>
        <translation>%1 de ida, %2 de vuelta</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vacío</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportado</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Ajustado</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>Sent, not confirmed yet</source>
        <translation>Enviado, sin confirmar aún</translation>
    </message>
    <message>
        <source>wrap %1</source>
        <translation>fin %1</translation>
    </message>
    <message>
        <source>Like 0700 1300-1330 1930; cs takes the call sheet</source>
        <translation>Como 0700 1300-1330 1930; cs toma la orden de rodaje</translation>
    </message>
    <message>
        <source>Note only</source>
        <translation>Solo nota</translation>
    </message>
    <message>
        <source>%1. Still reading: %2?</source>
        <translation>%1. Falta: ¿%2?</translation>
    </message>
    <message>
        <source>I could not read “%1”.</source>
        <translation>No se entiende «%1».</translation>
    </message>
    <message>
        <source>%1: a time comes twice that night. Which one is it?</source>
        <translation>%1: esa noche una hora se repite. ¿Cuál de las dos?</translation>
    </message>
    <message>
        <source>Two readings: %1, or %2?</source>
        <translation>Dos lecturas: ¿%1 o %2?</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>«%1» tiene dos lecturas.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>a date, a person</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n people</source>
        <comment>a date</comment>
        <translation>
            <numerusform>%1, %n persona</numerusform>
            <numerusform>%1, %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n people in %2</source>
        <comment>a date, a department</comment>
        <translation>
            <numerusform>%1, %n persona de %2</numerusform>
            <numerusform>%1, %n personas de %2</numerusform>
        </translation>
    </message>
    <message>
        <source>fill %1</source>
        <translation>rellenar: %1</translation>
    </message>
    <message>
        <source>call sheet times, %1</source>
        <translation>horas de la orden: %1</translation>
    </message>
    <message>
        <source>clear %1</source>
        <translation>borrar: %1</translation>
    </message>
    <message>
        <source>paste %1</source>
        <translation>pegar: %1</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>restaurar: %1</translation>
    </message>
    <message>
        <source>move the call on %1</source>
        <translation>mover la citación: %1</translation>
    </message>
    <message>
        <source>enter %1</source>
        <translation>anotar: %1</translation>
    </message>
    <message>
        <source>%1 saved: %2 h. Ctrl+Z to undo.</source>
        <translation>Guardado: %1, %2 h. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Entered %1. Ctrl+Z to undo.</source>
        <translation>Anotado: %1. Ctrl+Z para deshacer.</translation>
    </message>
    <message numerus="yes">
        <source>Filled %n.</source>
        <translation>
            <numerusform>Rellenado: %n día.</numerusform>
            <numerusform>Rellenados: %n días.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filled %n from the call sheet.</source>
        <translation>
            <numerusform>Rellenado con la orden de rodaje: %n día.</numerusform>
            <numerusform>Rellenados con la orden de rodaje: %n días.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared %1. Ctrl+Z brings them back.</source>
        <translation>Borrado: %1. Ctrl+Z para recuperarlo.</translation>
    </message>
    <message>
        <source>Pasted %1. Ctrl+Z to undo.</source>
        <translation>Pegado: %1. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Restored %1. Ctrl+Z to undo.</source>
        <translation>Restaurado: %1. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Moved the call on %1 to %2. Ctrl+Z to undo.</source>
        <translation>Citación movida: %1, ahora %2. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Deshecho: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Rehecho: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>No se entiende «%1». Una hora se escribe como 0700, 7.0 o 7:00. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>“%1” has two readings. Type it with a colon or without a point. Nothing was changed.</source>
        <translation>«%1» tiene dos lecturas. Escríbala con dos puntos (:) o sin punto decimal. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Skipped 1 locked day.</source>
        <translation>Se ha omitido 1 día bloqueado.</translation>
    </message>
    <message>
        <source>Skipped 1 locked day (%1).</source>
        <translation>Se ha omitido 1 día bloqueado (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Skipped %n locked days (%1).</source>
        <translation>
            <numerusform>Se ha omitido %n día bloqueado (%1).</numerusform>
            <numerusform>Se han omitido %n días bloqueados (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipped %n locked days.</source>
        <translation>
            <numerusform>Se ha omitido %n día bloqueado.</numerusform>
            <numerusform>Se han omitido %n días bloqueados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left 1 day that no call sheet is for.</source>
        <translation>Se ha dejado 1 día sin orden de rodaje.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that no call sheet is for.</source>
        <translation>
            <numerusform>Se ha dejado %n día sin orden de rodaje.</numerusform>
            <numerusform>Se han dejado %n días sin orden de rodaje.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left 1 day that changed since.</source>
        <translation>Se ha dejado 1 día que cambió después.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that changed since.</source>
        <translation>
            <numerusform>Se ha dejado %n día que cambió después.</numerusform>
            <numerusform>Se han dejado %n días que cambiaron después.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not written for %1: %2</source>
        <comment>people, which times</comment>
        <translation>No se ha anotado para %1: %2</translation>
    </message>
    <message>
        <source>Not written for %1: on %2 the clocks skip %3. Type another time in the cell.</source>
        <translation>No se ha anotado para %1: el %2 los relojes se saltan la hora %3. Escriba otra hora en la celda.</translation>
    </message>
    <message>
        <source>Not written for %1: on %2 the clocks go back and %3 comes twice. Type it in the cell and choose.</source>
        <translation>No se ha anotado para %1: el %2 se atrasan los relojes y la hora %3 se repite. Escríbala en la celda y elija.</translation>
    </message>
    <message>
        <source>accept penalties, %1</source>
        <translation>aceptar las penalizaciones, %1</translation>
    </message>
    <message>
        <source>Penalties accepted: %1. They stay paid and in the history. Ctrl+Z to undo.</source>
        <translation>Penalizaciones aceptadas: %1. Siguen pagadas y en el historial. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>for another unit %1</source>
        <translation>para otra unidad %1</translation>
    </message>
    <message>
        <source>allowances</source>
        <translation>complementos</translation>
    </message>
    <message>
        <source>account</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>changed by %1 at %2</source>
        <translation>cambiado por %1 a las %2</translation>
    </message>
</context>
<context>
    <name>film::app::DashboardDesk</name>
    <message>
        <source>budget</source>
        <translation>presupuesto</translation>
    </message>
    <message>
        <source>The budget was changed. Ctrl+Z to undo.</source>
        <translation>Se cambió el presupuesto. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Guardar las cifras</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>The figures were saved as %1.</source>
        <translation>Las cifras se guardaron como %1.</translation>
    </message>
    <message>
        <source>%1 could not be written. Nothing was saved.</source>
        <translation>No se pudo escribir %1. No se guardó nada.</translation>
    </message>
</context>
<context>
    <name>film::app::DashboardPage</name>
    <message>
        <source>Hours by department</source>
        <translation>Horas por departamento</translation>
    </message>
    <message>
        <source>Overtime trend</source>
        <translation>Evolución de las horas extra</translation>
    </message>
    <message>
        <source>Hot cost against budget</source>
        <translation>Coste diario y presupuesto</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Penalizaciones por comida</translation>
    </message>
    <message>
        <source>Opens the crew grid with this department only</source>
        <translation>Abre el cuadrante solo con este departamento</translation>
    </message>
    <message>
        <source>No hours yet this week.</source>
        <translation>Todavía no hay horas esta semana.</translation>
    </message>
    <message>
        <source>Figures appear as soon as times are entered. Go to another week with Ctrl+PgUp and Ctrl+PgDown.</source>
        <translation>Las cifras aparecen en cuanto se anotan horas. Con Ctrl+RePág y Ctrl+AvPág se va a otra semana.</translation>
    </message>
    <message>
        <source>The figures of “%1” were copied.</source>
        <translation>Se copiaron las cifras de «%1».</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save the figures of all charts as a file</source>
        <translation>Guardar las cifras de todos los gráficos en un archivo</translation>
    </message>
    <message>
        <source>Charts as &amp;tables</source>
        <translation>Gráficos como &amp;tablas</translation>
    </message>
    <message>
        <source>Enter the &amp;budget…</source>
        <translation>Introducir el &amp;presupuesto…</translation>
    </message>
    <message>
        <source>Enter budget…</source>
        <translation>Introducir presupuesto…</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>Todos los departamentos</translation>
    </message>
    <message>
        <source>The week could not be read.</source>
        <translation>No se pudo leer la semana.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Adding up the week…</source>
        <translation>Sumando la semana…</translation>
    </message>
    <message>
        <source>Save the hours as a file. Your role does not export pay.</source>
        <translation>Guardar las horas en un archivo. Su función no exporta la paga.</translation>
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
        <translation>Previsto</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Semana %1</translation>
    </message>
    <message>
        <source>%1, shoot day %2</source>
        <translation>%1, día de rodaje %2</translation>
    </message>
    <message>
        <source>%1, shoot days %2 to %3</source>
        <translation>%1, días de rodaje %2 a %3</translation>
    </message>
    <message numerus="yes">
        <source>%n days are not in yet.</source>
        <translation>
            <numerusform>Falta %n día por anotar.</numerusform>
            <numerusform>Faltan %n días por anotar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n days are in.</source>
        <translation>
            <numerusform>El %n día está anotado.</numerusform>
            <numerusform>Los %n días están anotados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline: what others entered is of %1.</source>
        <translation>Sin conexión: lo que anotaron los demás es de las %1.</translation>
    </message>
    <message>
        <source>Offline: what others entered is of %1, %2.</source>
        <translation>Sin conexión: lo que anotaron los demás es del %1, %2.</translation>
    </message>
    <message>
        <source>Figures are as of %1, %2.</source>
        <translation>Cifras a %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing prices the hours of %n people: they are in no amount.</source>
        <translation>
            <numerusform>Ninguna regla valora las horas de %n persona: no están en ningún importe.</numerusform>
            <numerusform>Ninguna regla valora las horas de %n personas: no están en ningún importe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours worked</source>
        <translation>Horas trabajadas</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid at 1.5×</source>
        <translation>Pagadas a 1,5×</translation>
    </message>
    <message>
        <source>Paid at 2.0×</source>
        <translation>Pagadas a 2,0×</translation>
    </message>
    <message>
        <source>Labour cost</source>
        <translation>Mano de obra</translation>
    </message>
    <message>
        <source>with %1 for the week</source>
        <translation>con %1 de la semana</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>estimación</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Penalizaciones por comida</translation>
    </message>
    <message>
        <source>Against budget</source>
        <translation>Frente al presupuesto</translation>
    </message>
    <message>
        <source>for everybody only</source>
        <translation>solo para todos</translation>
    </message>
    <message>
        <source>no budget set</source>
        <translation>sin presupuesto</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 por encima</translation>
    </message>
    <message>
        <source>%1 under</source>
        <translation>%1 por debajo</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>%1 and %2 worked the most.</source>
        <translation>%1 y %2 fueron los que más trabajaron.</translation>
    </message>
    <message>
        <source>%1 worked the most.</source>
        <translation>%1 fue el que más trabajó.</translation>
    </message>
    <message>
        <source>%1 of all hours are overtime.</source>
        <translation>El %1 de las horas son horas extra.</translation>
    </message>
    <message>
        <source>Overtime follows from each person’s deal. Your role does not see deals, so it is not counted here.</source>
        <translation>Las horas extra dependen del contrato de cada persona. Su función no ve los contratos, así que aquí no se cuentan.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Horas extra</translation>
    </message>
    <message>
        <source>Overtime hours per week.</source>
        <translation>Horas extra por semana.</translation>
    </message>
    <message>
        <source>%1 is %2 over plan.</source>
        <translation>%1: %2 por encima de lo previsto.</translation>
    </message>
    <message>
        <source>%1 is %2 under plan.</source>
        <translation>%1: %2 por debajo de lo previsto.</translation>
    </message>
    <message>
        <source>%1 is as planned.</source>
        <translation>%1 va según lo previsto.</translation>
    </message>
    <message>
        <source>It is up %1 on the week before.</source>
        <translation>Son %1 más que la semana anterior.</translation>
    </message>
    <message>
        <source>It is down %1 on the week before.</source>
        <translation>Son %1 menos que la semana anterior.</translation>
    </message>
    <message>
        <source>It is the same as the week before.</source>
        <translation>Es lo mismo que la semana anterior.</translation>
    </message>
    <message>
        <source>Day %1, %2</source>
        <translation>Día %1, %2</translation>
    </message>
    <message>
        <source>Shoot day</source>
        <translation>Día de rodaje</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>Sobre el presupuesto</translation>
    </message>
    <message>
        <source>Labour per shoot day, one department.</source>
        <translation>Mano de obra por día de rodaje, un departamento.</translation>
    </message>
    <message>
        <source>Labour per shoot day, all departments.</source>
        <translation>Mano de obra por día de rodaje, todos los departamentos.</translation>
    </message>
    <message>
        <source>No day of this week ran over.</source>
        <translation>Ningún día de esta semana se pasó.</translation>
    </message>
    <message>
        <source>%1 ran %2 over.</source>
        <translation>%1 se pasó en %2.</translation>
    </message>
    <message numerus="yes">
        <source>It had %n meal penalties.</source>
        <translation>
            <numerusform>Tuvo %n penalización por comida.</numerusform>
            <numerusform>Tuvo %n penalizaciones por comida.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 were paid at 2.0×.</source>
        <translation>%1 se pagaron a 2,0×.</translation>
    </message>
    <message>
        <source>Meal penalties follow from each person’s deal. Your role does not see deals. Late meals are flagged in the crew grid.</source>
        <translation>Las penalizaciones por comida dependen del contrato de cada persona. Su función no ve los contratos. Las comidas tardías están marcadas en el cuadrante.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Meal penalties per shoot day.</source>
        <translation>Penalizaciones por comida por día de rodaje.</translation>
    </message>
    <message>
        <source>There was none this week.</source>
        <translation>Esta semana no hubo ninguna.</translation>
    </message>
    <message>
        <source>Every day of this week had some.</source>
        <translation>Hubo alguna cada día de esta semana.</translation>
    </message>
    <message numerus="yes">
        <source>No penalties on the days %1.</source>
        <translation>
            <numerusform>Ninguna penalización el día %1.</numerusform>
            <numerusform>Ninguna penalización los días %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Amounts in another currency are left out.</source>
        <translation>Los importes en otra moneda no se incluyen.</translation>
    </message>
    <message>
        <source>no shoot day priced yet</source>
        <translation>ningún día de rodaje calculado</translation>
    </message>
    <message>
        <source>No shoot days this week.</source>
        <translation>No hay días de rodaje esta semana.</translation>
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
        <translation>secuencias %1</translation>
    </message>
    <message>
        <source>Show all history</source>
        <translation>Ver todo el historial</translation>
    </message>
    <message>
        <source>For your department head or payroll</source>
        <translation>Para la jefatura de departamento o nóminas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>Call sheet</source>
        <translation>Orden de rodaje</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>No call sheet for this day.</source>
        <translation>No hay orden de rodaje para este día.</translation>
    </message>
    <message>
        <source>Agreed for this day</source>
        <translation>Pactado para este día</translation>
    </message>
    <message>
        <source>Nothing special</source>
        <translation>Nada especial</translation>
    </message>
    <message>
        <source>Agreed for this day: %1</source>
        <translation>Pactado para este día: %1</translation>
    </message>
    <message>
        <source>Pay if saved like this</source>
        <translation>Paga si se guarda así</translation>
    </message>
    <message>
        <source>Pay so far</source>
        <translation>Paga hasta ahora</translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>y %n línea más</numerusform>
            <numerusform>y %n líneas más</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>Su citación</translation>
    </message>
    <message>
        <source>Unit meal</source>
        <translation>Comida de unidad</translation>
    </message>
    <message>
        <source>Estimated wrap</source>
        <translation>Fin estimado</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Citación %1</translation>
    </message>
    <message>
        <source>Call %1, %2</source>
        <translation>Citación %1, %2</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Nothing was entered yet.</source>
        <translation>Aún no se ha anotado nada.</translation>
    </message>
    <message>
        <source>No earlier change is known on this computer.</source>
        <translation>En este ordenador no consta ningún cambio anterior.</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Complementos</translation>
    </message>
    <message>
        <source>kit $50; per diem 62.50</source>
        <comment>an example of what is typed</comment>
        <translation>kit 50 €; dieta 62,50</translation>
    </message>
    <message>
        <source>Allowances are in the sum of the week.</source>
        <translation>Los complementos están en la suma de la semana.</translation>
    </message>
    <message>
        <source>Units and accounts</source>
        <translation>Unidades y cuentas</translation>
    </message>
    <message>
        <source>Paid by:
%1</source>
        <comment>who bears the cost, a line each</comment>
        <translation>A cargo de:
%1</translation>
    </message>
</context>
<context>
    <name>film::app::DayStrip</name>
    <message>
        <source>The day to scale</source>
        <translation>El día a escala</translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>Ahora %1</translation>
    </message>
    <message>
        <source>Meal %1 %2</source>
        <translation>Comida %1 %2</translation>
    </message>
    <message>
        <source>Meal %1</source>
        <translation>Comida %1</translation>
    </message>
    <message>
        <source>Wrap by %1</source>
        <translation>Fin antes de %1</translation>
    </message>
    <message>
        <source>Wrap %1</source>
        <translation>Fin %1</translation>
    </message>
    <message>
        <source>Planned wrap</source>
        <translation>Fin previsto</translation>
    </message>
</context>
<context>
    <name>film::app::DayUnits</name>
    <message>
        <source>Further unit</source>
        <translation>Otra unidad</translation>
    </message>
    <message>
        <source>Times for the further unit</source>
        <translation>Horas para la otra unidad</translation>
    </message>
    <message>
        <source>Also worked: 1400 1800-1830 2100</source>
        <translation>También trabajado: 1400 1800-1830 2100</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Episodio</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>Este día</translation>
    </message>
    <message>
        <source>Times, %1</source>
        <comment>of a unit</comment>
        <translation>Horas, %1</translation>
    </message>
    <message>
        <source>Account, %1</source>
        <comment>of a unit</comment>
        <translation>Cuenta, %1</translation>
    </message>
    <message>
        <source>Episode, %1</source>
        <comment>of a unit</comment>
        <translation>Episodio, %1</translation>
    </message>
</context>
<context>
    <name>film::app::DecisionPanel</name>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Comentario</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Needed only when you send it back</source>
        <translation>Solo hace falta al devolverla</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>PIN de firma</translation>
    </message>
    <message>
        <source>&amp;Approve and sign</source>
        <translation>&amp;Aprobar y firmar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Withdraw approval</source>
        <translation>&amp;Retirar la aprobación</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Sign as %1</source>
        <translation>Firmar como %1</translation>
    </message>
    <message>
        <source>Your PIN was given less than 5 minutes ago.</source>
        <translation>Dio su PIN hace menos de 5 minutos.</translation>
    </message>
    <message>
        <source>Choose a signing PIN, 4 characters or more</source>
        <translation>Elija un PIN, 4 caracteres o más</translation>
    </message>
    <message>
        <source>&amp;Send back to %1…</source>
        <translation>&amp;Devolver a %1…</translation>
    </message>
    <message>
        <source>You can withdraw an approval until production approves.</source>
        <translation>Puede retirar una aprobación hasta que apruebe producción.</translation>
    </message>
    <message>
        <source>You can withdraw an approval until payroll locks the week.</source>
        <translation>Puede retirar una aprobación hasta que nóminas bloquee la semana.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>who, a day, what changed</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Nothing was entered or said yet.</source>
        <translation>Aún no se ha introducido ni dicho nada.</translation>
    </message>
    <message>
        <source>What should %1 check? All times are kept, and the week can be submitted again.</source>
        <translation>¿Qué debe comprobar %1? Se conservan todas las horas y la semana puede entregarse de nuevo.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>days, a comment</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>film::app::DelegateDialog</name>
    <message>
        <source>&amp;Let them approve</source>
        <translation>&amp;Dejar que apruebe</translation>
    </message>
    <message>
        <source>Who approves in somebody’s place</source>
        <translation>Quién aprueba en lugar de alguien</translation>
    </message>
    <message>
        <source>Delegate approvals</source>
        <translation>Delegar aprobaciones</translation>
    </message>
    <message>
        <source>They see, correct and approve the days of the department as its head does, but not their own. It ends by itself, and you can take it back before. Everybody on the production can see it.</source>
        <translation>Ve, corrige y aprueba los días del departamento como su jefe, pero no los propios. Termina por sí solo, y usted puede retirarlo antes. Toda la producción puede verlo.</translation>
    </message>
    <message>
        <source>Who approves in your place</source>
        <translation>Quién aprueba en su lugar</translation>
    </message>
    <message>
        <source>Up to and with</source>
        <translation>Hasta (inclusive)</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Quién</translation>
    </message>
    <message>
        <source>&amp;Up to and with</source>
        <translation>&amp;Hasta (inclusive)</translation>
    </message>
    <message>
        <source>%1 approves in your place up to and with %2, from their next start of Film Tracker on.</source>
        <translation>%1 aprueba en su lugar hasta el %2 inclusive, desde su próximo inicio de Film Tracker.</translation>
    </message>
    <message>
        <source>%1 does not approve in your place any more. What they signed stays signed.</source>
        <translation>%1 ya no aprueba en su lugar. Lo firmado sigue firmado.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name, a position</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nobody else of the department has joined yet</source>
        <translation>Nadie más del departamento se ha unido aún</translation>
    </message>
    <message>
        <source>%1 for %2, ended on %3</source>
        <comment>two names, a day</comment>
        <translation>%1 por %2, terminó el %3</translation>
    </message>
    <message>
        <source>%1 for %2, up to and with %3</source>
        <comment>two names, a day</comment>
        <translation>%1 por %2, hasta el %3 inclusive</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Take back from %1</source>
        <translation>Retirar a %1</translation>
    </message>
</context>
<context>
    <name>film::app::DockTitle</name>
    <message>
        <source>Close this panel</source>
        <translation>Cerrar este panel</translation>
    </message>
    <message>
        <source>Close. The View menu brings it back.</source>
        <translation>Cerrar. Vuelve desde el menú Ver.</translation>
    </message>
</context>
<context>
    <name>film::app::ErrorText</name>
    <message>
        <source>No connection. Your times are saved on this computer and are sent as soon as you are back online.</source>
        <translation>Sin conexión. Sus horas están guardadas en este ordenador y se envían en cuanto vuelva la conexión.</translation>
    </message>
    <message>
        <source>There was no answer in time. What was saved before is safe; try this again in a moment.</source>
        <translation>No hubo respuesta a tiempo. Lo que ya estaba guardado está a salvo; inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Someone else changed this day. Both versions are kept. Review them when it suits you.</source>
        <translation>Otra persona ha cambiado este día. Se conservan las dos versiones. Revíselas cuando le venga bien.</translation>
    </message>
    <message>
        <source>That is here already. Nothing was changed.</source>
        <translation>Eso ya está aquí. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>You are signed out. You can keep working; your changes stay here until you sign in.</source>
        <translation>La sesión está cerrada. Puede seguir trabajando; sus cambios se quedan aquí hasta que inicie sesión.</translation>
    </message>
    <message>
        <source>Your role on this production does not allow this. Nothing was changed.</source>
        <translation>Su función en esta producción no permite hacer esto. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>That is not known here. It may have been removed on another computer.</source>
        <translation>Aquí no se conoce. Puede que se haya quitado en otro ordenador.</translation>
    </message>
    <message>
        <source>That code is no longer good. Ask your coordinator for a new one. Nothing was sent.</source>
        <translation>Ese código ya no vale. Pida uno nuevo a coordinación. No se ha enviado nada.</translation>
    </message>
    <message>
        <source>Not saved yet. Check the marked fields.</source>
        <translation>Aún sin guardar. Revise los campos marcados.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This computer’s disk is full, so the last change could not be saved. It is still on screen. Free some space, then press Save again.</source>
        <translation>El disco de este ordenador está lleno y no se ha podido guardar el último cambio. Sigue en pantalla. Libere espacio y pulse Guardar otra vez.</translation>
    </message>
    <message>
        <source>Not saved: this computer could not write to its disk. What was saved before is safe. Make the folder writable, then press Save again before you close the window.</source>
        <translation>Sin guardar: este ordenador no ha podido escribir en su disco. Lo que ya estaba guardado está a salvo. Dé permiso de escritura a la carpeta y pulse Guardar otra vez antes de cerrar la ventana.</translation>
    </message>
    <message>
        <source>The file with your times is damaged. It was set aside unchanged, and the last good copy can be opened.</source>
        <translation>El archivo con sus horas está dañado. Se ha apartado sin tocarlo y se puede abrir la última copia buena.</translation>
    </message>
    <message>
        <source>That file was not made by Film Tracker. It was left as it is.</source>
        <translation>Ese archivo no lo ha creado Film Tracker. Se ha dejado como estaba.</translation>
    </message>
    <message>
        <source>Your times were last saved by a newer version. They are safe. Install that version to open them.</source>
        <translation>Sus horas se guardaron por última vez con una versión más nueva. Están a salvo. Instale esa versión para abrirlas.</translation>
    </message>
    <message>
        <source>Film Tracker is already open with these times. Use that window, or close it first.</source>
        <translation>Film Tracker ya está abierto con estas horas. Use esa ventana o ciérrela antes.</translation>
    </message>
    <message>
        <source>Something went wrong on our side. What was saved before is safe. Close the window and open it again; if it comes back, send us the log file.</source>
        <translation>Algo ha fallado por nuestra parte. Lo que ya estaba guardado está a salvo. Cierre la ventana y ábrala de nuevo; si vuelve a ocurrir, envíenos el archivo de registro.</translation>
    </message>
</context>
<context>
    <name>film::app::ExceptionsPanel</name>
    <message>
        <source>Exceptions</source>
        <translation>Incidencias</translation>
    </message>
    <message>
        <source>✓ No exceptions. %1 of %2 days are in.</source>
        <translation>✓ Sin incidencias. %1 de %2 días anotados.</translation>
    </message>
</context>
<context>
    <name>film::app::ExportChangesDialog</name>
    <message>
        <source>Choose where to put it…</source>
        <translation>Elegir dónde guardarlo…</translation>
    </message>
    <message>
        <source>Export changes to a file</source>
        <translation>Exportar los cambios a un archivo</translation>
    </message>
    <message numerus="yes">
        <source>The %n changes that wait for the server go into one file, sealed with a passphrase. Import it on a computer that has a connection. They stay here as well, and nothing counts twice.</source>
        <translation>
            <numerusform>El cambio que espera al servidor va a un archivo, sellado con una frase de contraseña. Impórtelo en un ordenador con conexión. También queda aquí, y nada cuenta dos veces.</numerusform>
            <numerusform>Los %n cambios que esperan al servidor van a un archivo, sellado con una frase de contraseña. Impórtelo en un ordenador con conexión. También quedan aquí, y nada cuenta dos veces.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>La misma &amp;otra vez</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Tell it to the other person in words, not on the stick.</source>
        <translation>
            <numerusform>Al menos %n carácter. Dígasela a la otra persona, no la ponga en la memoria USB.</numerusform>
            <numerusform>Al menos %n caracteres. Dígasela a la otra persona, no la ponga en la memoria USB.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open the file, you neither.</source>
        <translation>Sin la frase de contraseña nadie puede abrir el archivo, usted tampoco.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Las dos aún no son iguales.</translation>
    </message>
</context>
<context>
    <name>film::app::FirstRunPage</name>
    <message>
        <source>Join a production</source>
        <translation>Unirse a una producción</translation>
    </message>
    <message>
        <source>Your coordinator gave you an invite code and the address of the production’s server.</source>
        <translation>Coordinación le ha dado un código de invitación y la dirección del servidor de la producción.</translation>
    </message>
    <message>
        <source>Start on this computer</source>
        <translation>Empezar en este ordenador</translation>
    </message>
    <message>
        <source>Keep your own times now. Join a production later; your times come along.</source>
        <translation>Lleve ya sus propias horas. Únase más tarde a una producción; sus horas van con usted.</translation>
    </message>
    <message>
        <source>Welcome to Film Tracker</source>
        <translation>Le damos la bienvenida a Film Tracker</translation>
    </message>
    <message>
        <source>Everything you enter is saved on this computer first. It works with no internet, all day.</source>
        <translation>Todo lo que anote se guarda primero en este ordenador. Funciona sin internet, todo el día.</translation>
    </message>
    <message>
        <source>wss://crew.example.com</source>
        <translation>wss://crew.example.com</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Invite &amp;code</source>
        <translation>&amp;Código de invitación</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>&amp;Dirección del servidor</translation>
    </message>
    <message>
        <source>Na&amp;me of this computer</source>
        <translation>Nombre de este &amp;ordenador</translation>
    </message>
    <message>
        <source>What joining does</source>
        <translation>Qué hace unirse</translation>
    </message>
    <message>
        <source>Brings in your call sheets and past weeks</source>
        <translation>Trae sus órdenes de rodaje y las semanas pasadas</translation>
    </message>
    <message>
        <source>Shares your times with your department head and payroll</source>
        <translation>Comparte sus horas con su jefatura de departamento y con nóminas</translation>
    </message>
    <message>
        <source>Does not send anything else from this computer</source>
        <translation>No envía nada más de este ordenador</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>1st AC</source>
        <translation>Foquista</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>P&amp;roducción</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Su no&amp;mbre</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>Departamen&amp;to</translation>
    </message>
    <message>
        <source>P&amp;osition</source>
        <translation>P&amp;uesto</translation>
    </message>
    <message>
        <source>What starting alone does</source>
        <translation>Qué hace empezar por su cuenta</translation>
    </message>
    <message>
        <source>Keeps your times on this computer</source>
        <translation>Guarda sus horas en este ordenador</translation>
    </message>
    <message>
        <source>Needs no account and no network</source>
        <translation>No necesita cuenta ni red</translation>
    </message>
    <message>
        <source>Does not send anything anywhere</source>
        <translation>No envía nada a ninguna parte</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Hour format</source>
        <translation>Formato de horas</translation>
    </message>
    <message>
        <source>You can change all of this later.</source>
        <translation>Todo esto se puede cambiar después.</translation>
    </message>
    <message>
        <source>With an acc&amp;ount…</source>
        <translation>C&amp;on una cuenta…</translation>
    </message>
    <message>
        <source>Sign in with your browser, where the server has that</source>
        <translation>Iniciar sesión en el navegador, si el servidor lo ofrece</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Idioma del sistema</translation>
    </message>
</context>
<context>
    <name>film::app::HelpDialog</name>
    <message>
        <source>Help for this screen</source>
        <translation>Ayuda de esta pantalla</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>All &amp;pages</source>
        <translation>Todas las &amp;páginas</translation>
    </message>
    <message>
        <source>Shortcuts of this screen</source>
        <translation>Atajos de esta pantalla</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>film::app::HistoryPanel</name>
    <message>
        <source>Restore this value</source>
        <translation>Restaurar este valor</translation>
    </message>
    <message>
        <source>History of the day</source>
        <translation>Historial del día</translation>
    </message>
    <message>
        <source>Writes a new change; nothing is taken out of the history</source>
        <translation>Escribe un cambio nuevo; del historial no se quita nada</translation>
    </message>
    <message>
        <source>Select a day and press F4.</source>
        <translation>Seleccione un día y pulse F4.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person, a date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The history on this computer begins when it joined; older values came before.</source>
        <translation>Este ordenador guarda historial desde que se unió; los valores más antiguos son de antes.</translation>
    </message>
    <message>
        <source>Nothing was entered for this day yet.</source>
        <translation>Aún no se ha anotado nada para este día.</translation>
    </message>
</context>
<context>
    <name>film::app::ImportChangesDialog</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>Changes in the file</source>
        <translation>Cambios en el archivo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Import changes from a file</source>
        <translation>Importar cambios de un archivo</translation>
    </message>
    <message>
        <source>%1 is sealed. Whoever exported it knows the passphrase. You see what is in it before anything changes here.</source>
        <translation>%1 está sellado. Quien lo exportó conoce la frase de contraseña. Verá lo que contiene antes de que aquí cambie nada.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n changes</source>
        <translation>
            <numerusform>Tomar %n cambio</numerusform>
            <numerusform>Tomar %n cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From this computer, %1. %n changes are missing here and come back as they were.</source>
        <translation>
            <numerusform>De este ordenador, %1. Aquí falta %n cambio y vuelve como era.</numerusform>
            <numerusform>De este ordenador, %1. Aquí faltan %n cambios y vuelven como eran.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %2, %1. %n changes can be taken in.</source>
        <translation>
            <numerusform>De %2, %1. Se puede tomar %n cambio.</numerusform>
            <numerusform>De %2, %1. Se pueden tomar %n cambios.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent as entered by you, from their file. Where somebody entered something else meanwhile, both versions are kept.</source>
        <translation>Se envían como introducidos por usted, a partir de ese archivo. Donde alguien introdujo otra cosa entretanto, se conservan las dos versiones.</translation>
    </message>
    <message numerus="yes">
        <source>%n more are here already and are left as they are.</source>
        <translation>
            <numerusform>%n más ya está aquí y queda como está.</numerusform>
            <numerusform>%n más ya están aquí y quedan como están.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be taken by you, such as signatures or other departments’ days. They are safe on the computer that made them and are sent from there.</source>
        <translation>
            <numerusform>%n más no puede tomarlo usted, como una firma o el día de otro departamento. Está a salvo en el ordenador que lo hizo y se envía desde allí.</numerusform>
            <numerusform>%n más no puede tomarlos usted, como firmas o días de otros departamentos. Están a salvo en el ordenador que los hizo y se envían desde allí.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::ImportDesk</name>
    <message>
        <source>Import &amp;crew list…</source>
        <translation>Importar lista del &amp;equipo…</translation>
    </message>
    <message>
        <source>Import ca&amp;ll sheets…</source>
        <translation>Importar ór&amp;denes de rodaje…</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>Tablas (*.csv *.txt *.tsv *.xlsx);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import crew list</source>
        <translation>Importar lista del equipo</translation>
    </message>
    <message>
        <source>%1 cannot be read. Nothing was added.</source>
        <translation>No se puede leer %1. No se ha añadido nada.</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy the rows first.</source>
        <translation>No hay texto que pegar. Copie antes las filas.</translation>
    </message>
    <message>
        <source>That is no table of people. Nothing was added.</source>
        <translation>Eso no es una tabla de personas. No se ha añadido nada.</translation>
    </message>
    <message numerus="yes">
        <source>crew list of %n people</source>
        <translation>
            <numerusform>lista del equipo de %n persona</numerusform>
            <numerusform>lista del equipo de %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %n people was added. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>Se ha añadido la lista de %n persona. Ctrl+Z para deshacer.</numerusform>
            <numerusform>Se ha añadido la lista de %n personas. Ctrl+Z para deshacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody on that list was here already. Nothing was changed.</source>
        <translation>Todas las personas de esa lista ya estaban aquí. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Import call sheets</source>
        <translation>Importar órdenes de rodaje</translation>
    </message>
    <message>
        <source>%1 is no call sheet. Nothing was added.</source>
        <translation>%1 no es una orden de rodaje. No se ha añadido nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets</source>
        <translation>
            <numerusform>%n orden de rodaje</numerusform>
            <numerusform>%n órdenes de rodaje</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call sheets were added. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>Se ha añadido %n orden de rodaje. Ctrl+Z para deshacer.</numerusform>
            <numerusform>Se han añadido %n órdenes de rodaje. Ctrl+Z para deshacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those call sheets were here already. Nothing was changed.</source>
        <translation>Esas órdenes de rodaje ya estaban aquí. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>film::app::JoinDialog</name>
    <message>
        <source>The key is lost: join as a &amp;new computer</source>
        <translation>La clave se ha perdido: unirse como ordenador &amp;nuevo</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Iniciar sesión otra vez</translation>
    </message>
    <message>
        <source>Join a production</source>
        <translation>Unirse a una producción</translation>
    </message>
    <message>
        <source>wss://crew.example.com</source>
        <translation>wss://crew.example.com</translation>
    </message>
    <message>
        <source>Ask your coordinator for a new invite code. What you entered meanwhile is kept here, and is sent once you are signed in.</source>
        <translation>Pida a coordinación un nuevo código de invitación. Lo que anote entretanto se guarda aquí y se envía al iniciar sesión.</translation>
    </message>
    <message>
        <source>Your coordinator gave you an invite code and the address of the production’s server. What you entered alone stays on this computer, and you are asked whether to bring it in.</source>
        <translation>Coordinación le ha dado un código de invitación y la dirección del servidor de la producción. Lo que anotó por su cuenta se queda en este ordenador y se le pregunta si quiere llevarlo.</translation>
    </message>
    <message>
        <source>Invite &amp;code</source>
        <translation>&amp;Código de invitación</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>&amp;Dirección del servidor</translation>
    </message>
    <message>
        <source>Na&amp;me of this computer</source>
        <translation>Nombre de este &amp;ordenador</translation>
    </message>
    <message>
        <source>With an acc&amp;ount…</source>
        <translation>C&amp;on una cuenta…</translation>
    </message>
    <message>
        <source>Sign in with your browser, where the server has that</source>
        <translation>Iniciar sesión en el navegador, si el servidor lo ofrece</translation>
    </message>
</context>
<context>
    <name>film::app::LastDayDialog</name>
    <message>
        <source>Leaves the production</source>
        <translation>Deja la producción</translation>
    </message>
    <message>
        <source>&amp;Last day of %1</source>
        <translation>&amp;Último día de %1</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>All times and approvals stay. From the day after, the person is listed under “Left” and can be brought back.</source>
        <translation>Todas las horas y aprobaciones se conservan. Desde el día siguiente la persona figura en «Han salido» y puede volver.</translation>
    </message>
    <message>
        <source>Set the last day</source>
        <translation>Fijar el último día</translation>
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
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>E&amp;ntry</source>
        <translation>A&amp;notar</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Semana</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>&amp;Producción</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Light or dark</source>
        <translation>&amp;Claro u oscuro</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>&amp;Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Sync &amp;now</source>
        <translation>Sincronizar &amp;ahora</translation>
    </message>
    <message>
        <source>S&amp;ync details</source>
        <translation>&amp;Detalles de sincronización</translation>
    </message>
    <message>
        <source>Edit &amp;cell</source>
        <translation>Editar &amp;celda</translation>
    </message>
    <message>
        <source>&amp;Quick entry</source>
        <translation>Anotación &amp;rápida</translation>
    </message>
    <message>
        <source>&amp;Stamp the next time</source>
        <translation>&amp;Marcar la hora siguiente</translation>
    </message>
    <message>
        <source>&amp;Copy last week</source>
        <translation>&amp;Copiar semana pasada</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historial</translation>
    </message>
    <message>
        <source>&amp;Next flag</source>
        <translation>Aviso &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous flag</source>
        <translation>Aviso &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Week before</source>
        <translation>Semana &amp;anterior</translation>
    </message>
    <message>
        <source>Week &amp;after</source>
        <translation>Semana &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Hoy</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Hour format</source>
        <translation>Formato de horas</translation>
    </message>
    <message>
        <source>Hours in tenths</source>
        <translation>Horas en décimas</translation>
    </message>
    <message>
        <source>Hours and minutes</source>
        <translation>Horas y minutos</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>Mostrar «%1»</translation>
    </message>
    <message>
        <source>%1 · Film Tracker</source>
        <translation>%1 · Film Tracker</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Rules %1</source>
        <translation>Reglas %1</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>&amp;Search and commands…</source>
        <translation>&amp;Búsqueda y órdenes…</translation>
    </message>
    <message>
        <source>Search people, days, commands</source>
        <translation>Buscar personas, días, órdenes</translation>
    </message>
    <message>
        <source>Search and commands (%1)</source>
        <translation>Búsqueda y órdenes (%1)</translation>
    </message>
    <message>
        <source>&amp;Help for this screen</source>
        <translation>A&amp;yuda de esta pantalla</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Guía de uso</translation>
    </message>
    <message>
        <source>F1 Help</source>
        <translation>F1 Ayuda</translation>
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
        <translation>Mi semana</translation>
    </message>
    <message>
        <source>No flags in this week.</source>
        <translation>No hay avisos en esta semana.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No calls yet this week. Type a day above, or copy last week.</source>
        <translation>Aún no hay citaciones esta semana. Escriba un día arriba o copie la semana pasada.</translation>
    </message>
    <message>
        <source>Copy last week</source>
        <translation>Copiar semana pasada</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, a field</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and its field, what is asked</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: “%2” can be read in two ways.</source>
        <translation>%1: «%2» se puede leer de dos maneras.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>&amp;Submit week…</source>
        <translation>&amp;Entregar la semana…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Ctrl+Mayús+Intro</translation>
    </message>
    <message>
        <source>&amp;Initial the change</source>
        <translation>Ru&amp;bricar el cambio</translation>
    </message>
    <message>
        <source>It is not so…</source>
        <translation>No es así…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) submitted, signed by this computer. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n día entregado, firmado por este equipo. Ctrl+Z lo recupera.</numerusform>
            <numerusform>%n días entregados, firmados por este equipo. Ctrl+Z los recupera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) taken back. You can change them again.</source>
        <translation>
            <numerusform>%n día recuperado. Puede volver a cambiarlo.</numerusform>
            <numerusform>%n días recuperados. Puede volver a cambiarlos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) changed or were approved meanwhile and were left alone.</source>
        <translation>
            <numerusform>%n día cambió o fue aprobado entretanto y no se tocó.</numerusform>
            <numerusform>%n días cambiaron o fueron aprobados entretanto y no se tocaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your word about %1 is saved and goes to whoever approves it.</source>
        <translation>Su palabra sobre %1 está guardada y llega a quien lo aprueba.</translation>
    </message>
    <message>
        <source>%1 initialled. Ctrl+Z to undo.</source>
        <translation>%1 rubricado. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>%1 %2, was %3</source>
        <comment>a field, its value, the value before</comment>
        <translation>%1 %2, era %3</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a reason</comment>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s) wait for your initials.</source>
        <translation>
            <numerusform>%n día más espera su rúbrica.</numerusform>
            <numerusform>%n días más esperan su rúbrica.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed your %2: %3.</source>
        <comment>who, a day, what</comment>
        <translation>%1 cambió su %2: %3.</translation>
    </message>
    <message>
        <source>other times</source>
        <translation>otras horas</translation>
    </message>
    <message>
        <source>It is not so</source>
        <translation>No es así</translation>
    </message>
    <message>
        <source>What is wrong about %1? Both values are kept; whoever approves the day reads this.</source>
        <translation>¿Qué está mal en %1? Se conservan los dos valores; quien apruebe el día lee esto.</translation>
    </message>
    <message>
        <source>Partly submitted</source>
        <translation>Entregada en parte</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>Sin entregar</translation>
    </message>
    <message>
        <source>Submitted %1</source>
        <comment>a weekday and a time</comment>
        <translation>Entregada %1</translation>
    </message>
    <message>
        <source>Approved by your department %1</source>
        <translation>Aprobada por su departamento %1</translation>
    </message>
    <message>
        <source>Approved by production %1</source>
        <translation>Aprobada por producción %1</translation>
    </message>
    <message>
        <source>Locked by payroll</source>
        <translation>Bloqueada por nóminas</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>Firmada por %1</translation>
    </message>
    <message>
        <source>&amp;Take back…</source>
        <translation>Re&amp;cuperar…</translation>
    </message>
    <message>
        <source>%1 sent this week back: “%2”</source>
        <translation>%1 devolvió esta semana: «%2»</translation>
    </message>
    <message>
        <source>All your times are kept. Check them and submit the week again.</source>
        <translation>Se conservan todas sus horas. Compruébelas y entregue la semana de nuevo.</translation>
    </message>
    <message>
        <source>Take the week back? You can change your times again and submit it later.</source>
        <translation>¿Recuperar la semana? Podrá cambiar sus horas y entregarla más tarde.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Leave it submitted</source>
        <translation>Dejarla entregada</translation>
    </message>
    <message>
        <source>By submitting you confirm that these times are right. You can take the week back until your department signs.</source>
        <translation>Al entregarla confirma que estas horas son correctas. Puede recuperar la semana hasta que firme su departamento.</translation>
    </message>
    <message>
        <source>Submit week %1 with %2 hours?</source>
        <translation>¿Entregar la semana %1 con %2 horas?</translation>
    </message>
    <message>
        <source>Submit and confirm</source>
        <translation>Entregar y confirmar</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>%1 Not complete: %2.</source>
        <comment>a question, days</comment>
        <translation>%1 Incompleto: %2.</translation>
    </message>
    <message>
        <source>Submit anyway</source>
        <translation>Entregar de todos modos</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir al %1</translation>
    </message>
    <message>
        <source>This week changed while you were asked. Nothing was done; look at it again.</source>
        <translation>Esta semana ha cambiado durante la pregunta. No se ha hecho nada; mírela otra vez.</translation>
    </message>
    <message>
        <source>Entry history</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Signing PIN</source>
        <translation>PIN de firma</translation>
    </message>
    <message>
        <source>Choose a signing PIN, 4 characters or more</source>
        <translation>Elija un PIN, 4 caracteres o más</translation>
    </message>
</context>
<context>
    <name>film::app::NavigationPanel</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>%1, %2 to look at</source>
        <translation>%1, %2 por revisar</translation>
    </message>
</context>
<context>
    <name>film::app::NoticePanel</name>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
</context>
<context>
    <name>film::app::NoticeSettingsPage</name>
    <message>
        <source>Told beside the icon in the tray, once each. Everything is also said in the window.</source>
        <translation>Se dice junto al icono de la bandeja, una vez cada cosa. Todo se dice también en la ventana.</translation>
    </message>
    <message>
        <source>This system has no tray, so nothing can be told outside of the window. Everything is said in it.</source>
        <translation>Este sistema no tiene bandeja, así que nada puede decirse fuera de la ventana. Todo se dice en ella.</translation>
    </message>
    <message>
        <source>A &amp;meal or a wrap comes within 15 minutes</source>
        <translation>Una co&amp;mida o el fin de jornada llega en 15 minutos</translation>
    </message>
    <message>
        <source>A day has &amp;two versions</source>
        <translation>Un día tiene dos &amp;versiones</translation>
    </message>
    <message>
        <source>My week was &amp;sent back</source>
        <translation>Mi semana fue &amp;devuelta</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Horas de silencio</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>until</source>
        <translation>a</translation>
    </message>
    <message>
        <source>What comes meanwhile is told afterwards, if it is still so.</source>
        <translation>Lo que llega mientras tanto se dice después, si sigue siendo así.</translation>
    </message>
</context>
<context>
    <name>film::app::OfficeDesk</name>
    <message>
        <source>Taken back: %1.</source>
        <translation>Deshecho: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Rehecho: %1.</translation>
    </message>
    <message>
        <source>Somebody else changed that a moment ago. Nothing was changed here; look at it again.</source>
        <translation>Otra persona acaba de cambiarlo. Aquí no se ha cambiado nada; vuelva a mirarlo.</translation>
    </message>
</context>
<context>
    <name>film::app::OffsetsDialog</name>
    <message>
        <source>Department offsets</source>
        <translation>Desfases de los departamentos</translation>
    </message>
    <message>
        <source>A department that is called ahead of the unit, or wraps later. Counted when times are entered from the bar or from the call sheet; a call that the sheet gives them stays as it is.</source>
        <translation>Un departamento citado antes que la unidad, o que acaba más tarde. Cuenta cuando las horas vienen de la barra o de la orden de rodaje; una citación propia en la orden queda como está.</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Pre-call, h</source>
        <translation>Antes, h</translation>
    </message>
    <message>
        <source>Wrap later, h</source>
        <translation>Fin más tarde, h</translation>
    </message>
    <message>
        <source>Pre-call of %1</source>
        <translation>Anticipo de %1</translation>
    </message>
    <message>
        <source>Later wrap of %1</source>
        <translation>Fin más tardío de %1</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>A length looks like 0.5 or 0:30, up to 12 hours. A wrap may be earlier: -0.5.</source>
        <translation>Una duración se escribe 0.5 o 0:30, hasta 12 horas. Un fin puede ser antes: -0.5.</translation>
    </message>
</context>
<context>
    <name>film::app::PasteDialog</name>
    <message>
        <source>Paste into the grid</source>
        <translation>Pegar en la tabla</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Is read as</source>
        <translation>Se lee como</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>Pasted days and what becomes of them</source>
        <translation>Días pegados y qué pasa con ellos</translation>
    </message>
    <message>
        <source>What the pasted columns are</source>
        <translation>Qué son las columnas pegadas</translation>
    </message>
    <message>
        <source>Each column is a day</source>
        <translation>Cada columna es un día</translation>
    </message>
    <message>
        <source>The columns are the times of one day</source>
        <translation>Las columnas son las horas de un día</translation>
    </message>
    <message>
        <source>Leave days that have times as they are</source>
        <translation>Dejar como están los días con horas</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n days</source>
        <translation>
            <numerusform>Aplicar a %n día</numerusform>
            <numerusform>Aplicar a %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Is entered</source>
        <translation>Se registra</translation>
    </message>
    <message>
        <source>Replaces %1</source>
        <translation>Reemplaza %1</translation>
    </message>
    <message>
        <source>Is so already, nothing changes</source>
        <translation>Ya está así, nada cambia</translation>
    </message>
    <message>
        <source>Has times and keeps them</source>
        <translation>Tiene horas y las conserva</translation>
    </message>
    <message>
        <source>The day is locked.</source>
        <translation>El día está bloqueado.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00.</source>
        <translation>«%1» no se puede leer. Una hora se escribe 0700, 7.0 o 7:00.</translation>
    </message>
    <message>
        <source>“%1” has two readings.</source>
        <translation>«%1» tiene dos lecturas.</translation>
    </message>
    <message>
        <source>The clocks change over it. Type it in the cell and choose.</source>
        <translation>El reloj cambia en ese tiempo. Escríbala en la celda y elija.</translation>
    </message>
    <message>
        <source>Nobody of that name is in the grid.</source>
        <translation>No hay nadie con ese nombre en la tabla.</translation>
    </message>
    <message>
        <source>Several people have that name. Add their department.</source>
        <translation>Varias personas tienen ese nombre. Añada su departamento.</translation>
    </message>
    <message>
        <source>There is no person in that row of the grid.</source>
        <translation>No hay nadie en esa fila de la tabla.</translation>
    </message>
    <message>
        <source>That day is not in the week that is shown.</source>
        <translation>Ese día no está en la semana que se muestra.</translation>
    </message>
    <message>
        <source>A row above has the same day.</source>
        <translation>Una fila de más arriba tiene el mismo día.</translation>
    </message>
    <message numerus="yes">
        <source>%n days ready.</source>
        <translation>
            <numerusform>%n día listo.</numerusform>
            <numerusform>%n días listos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them replace times that are there.</source>
        <translation>
            <numerusform>%n de ellos reemplaza horas que ya están.</numerusform>
            <numerusform>%n de ellos reemplazan horas que ya están.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a look and stay out.</source>
        <translation>
            <numerusform>%n necesita revisión y queda fuera.</numerusform>
            <numerusform>%n necesitan revisión y quedan fuera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written until you press Apply.</source>
        <translation>No se escribe nada hasta que pulse Aplicar.</translation>
    </message>
</context>
<context>
    <name>film::app::PayWords</name>
    <message>
        <source>Est. %1</source>
        <comment>an estimated amount</comment>
        <translation>Est. %1</translation>
    </message>
    <message>
        <source>No rule: no deal is known here</source>
        <translation>Sin regla: aquí no consta ningún contrato</translation>
    </message>
    <message>
        <source>No rule: the deal has no rate</source>
        <translation>Sin regla: el contrato no tiene tarifa</translation>
    </message>
    <message>
        <source>No rule: no rule pack is chosen</source>
        <translation>Sin regla: no hay paquete de reglas elegido</translation>
    </message>
    <message>
        <source>No rule: the pack’s figures are doubtful</source>
        <translation>Sin regla: las cifras del paquete son dudosas</translation>
    </message>
    <message>
        <source>No rule: the pack begins later</source>
        <translation>Sin regla: el paquete empieza más tarde</translation>
    </message>
    <message>
        <source>No rule: the deal is in another currency</source>
        <translation>Sin regla: el contrato está en otra moneda</translation>
    </message>
    <message>
        <source>No rule: the production’s side letter does not fit</source>
        <translation>Sin regla: el anexo de la producción no encaja</translation>
    </message>
    <message>
        <source>No rule: the deal’s own terms do not fit</source>
        <translation>Sin regla: las condiciones del contrato no encajan</translation>
    </message>
    <message>
        <source>No figure: times contradict each other</source>
        <translation>Sin cifra: las horas se contradicen</translation>
    </message>
    <message>
        <source>Estimated from the times and terms entered. Payroll, the agreement and the law decide.</source>
        <translation>Estimación según las horas y condiciones anotadas. Deciden nóminas, el convenio y la ley.</translation>
    </message>
    <message>
        <source>Weekly rate</source>
        <translation>Tarifa semanal</translation>
    </message>
    <message>
        <source>Day rate</source>
        <translation>Tarifa diaria</translation>
    </message>
    <message>
        <source>Basic pay</source>
        <translation>Paga básica</translation>
    </message>
    <message>
        <source>Straight time</source>
        <translation>Horas ordinarias</translation>
    </message>
    <message>
        <source>Time at %1</source>
        <translation>Horas a %1</translation>
    </message>
    <message>
        <source>Sixth or seventh day</source>
        <translation>Sexto o séptimo día</translation>
    </message>
    <message>
        <source>Overtime at %1</source>
        <translation>Horas extra a %1</translation>
    </message>
    <message>
        <source>Before the unit’s call</source>
        <translation>Antes de la citación de la unidad</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Festivo</translation>
    </message>
    <message>
        <source>Made up to the minimum call</source>
        <translation>Hasta el mínimo garantizado</translation>
    </message>
    <message>
        <source>Reporting time</source>
        <translation>Tiempo de presentación</translation>
    </message>
    <message>
        <source>Hours past a very long day</source>
        <translation>Horas tras la jornada muy larga</translation>
    </message>
    <message>
        <source>Early start</source>
        <translation>Inicio temprano</translation>
    </message>
    <message>
        <source>Night work</source>
        <translation>Nocturnidad</translation>
    </message>
    <message>
        <source>Surcharge of the day</source>
        <translation>Recargo del día</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s)</source>
        <translation>
            <numerusform>%n penalización por comida</numerusform>
            <numerusform>%n penalizaciones por comida</numerusform>
        </translation>
    </message>
    <message>
        <source>Meal late or cut short</source>
        <translation>Comida tarde o recortada</translation>
    </message>
    <message>
        <source>Short rest before</source>
        <translation>Descanso previo corto</translation>
    </message>
    <message>
        <source>Spread of hours</source>
        <translation>Amplitud de la jornada</translation>
    </message>
    <message>
        <source>Weekly overtime</source>
        <translation>Horas extra semanales</translation>
    </message>
    <message>
        <source>Over the included hours</source>
        <translation>Sobre las horas incluidas</translation>
    </message>
    <message>
        <source>Made up to the weekly guarantee</source>
        <translation>Hasta la garantía semanal</translation>
    </message>
    <message>
        <source>Made up to what the law asks for</source>
        <translation>Hasta el mínimo legal</translation>
    </message>
    <message>
        <source>Night work of the week</source>
        <translation>Nocturnidad de la semana</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>Complemento</translation>
    </message>
    <message>
        <source>Holiday pay</source>
        <translation>Paga de vacaciones</translation>
    </message>
    <message>
        <source>The wrap before this day is not known, so the rest was not judged.</source>
        <translation>No consta el fin de la jornada anterior, así que no se ha valorado el descanso.</translation>
    </message>
    <message>
        <source>More meal penalties in the week than the agreement prices clearly.</source>
        <translation>Hay más penalizaciones por comida en la semana de las que el convenio tarifa con claridad.</translation>
    </message>
    <message>
        <source>A figure of the rule pack is doubtful.</source>
        <translation>Una cifra del paquete de reglas es dudosa.</translation>
    </message>
    <message>
        <source>The rule pack’s terms have expired.</source>
        <translation>Las condiciones del paquete de reglas han caducado.</translation>
    </message>
    <message>
        <source>Pays nothing until it is approved.</source>
        <translation>No se paga nada hasta que se apruebe.</translation>
    </message>
    <message>
        <source>Settled by time off.</source>
        <translation>Se compensa con descanso.</translation>
    </message>
    <message>
        <source>The eighth day in a row or later: the agreement does not allow it.</source>
        <translation>Octavo día seguido o más: el convenio no lo permite.</translation>
    </message>
    <message>
        <source>The seventh day in a row: the agreement does not allow an eighth.</source>
        <translation>Séptimo día seguido: el convenio no permite un octavo.</translation>
    </message>
    <message>
        <source>Night work is settled at the end of the week.</source>
        <translation>La nocturnidad se liquida al final de la semana.</translation>
    </message>
    <message>
        <source>Meal %1 is due</source>
        <translation>Límite de la comida %1</translation>
    </message>
    <message>
        <source>%1 starts</source>
        <translation>Empieza el %1</translation>
    </message>
    <message>
        <source>Last wrap for a full rest</source>
        <translation>Fin límite con descanso completo</translation>
    </message>
    <message>
        <source>Minimum call reached</source>
        <translation>Mínimo garantizado cubierto</translation>
    </message>
    <message>
        <source>%1 after call. Later than this is a meal penalty.</source>
        <translation>%1 tras la citación. Más tarde hay penalización por comida.</translation>
    </message>
    <message>
        <source>%1 after meal %2.</source>
        <translation>%1 tras la comida %2.</translation>
    </message>
    <message>
        <source>%1 after call.</source>
        <translation>%1 tras la citación.</translation>
    </message>
    <message>
        <source>After %1 worked, if you take a %2 meal.</source>
        <translation>Tras %1 de trabajo, con una comida de %2.</translation>
    </message>
    <message>
        <source>After %1 worked.</source>
        <translation>Tras %1 de trabajo.</translation>
    </message>
    <message>
        <source>%1’s call is %2. Your agreement asks for %3 between.</source>
        <translation>Citación del %1: %2. Su convenio pide %3 entre medias.</translation>
    </message>
    <message>
        <source>Until then you are paid %1 anyway.</source>
        <translation>Hasta entonces se le paga %1 en todo caso.</translation>
    </message>
    <message>
        <source>Est. %1 if you wrap now, %2 in 15 min, %3 in 30 min</source>
        <translation>Est. %1 si termina ya, %2 en 15 min, %3 en 30 min</translation>
    </message>
    <message>
        <source>If the call stays, %1 of rest is missing and today’s rate carries on. %2</source>
        <translation>Si la citación no cambia, faltan %1 de descanso y sigue la tarifa de hoy. %2</translation>
    </message>
    <message>
        <source>If the call stays, %1 is paid extra: %2. %3</source>
        <translation>Si la citación no cambia, se pagan aparte %1: %2. %3</translation>
    </message>
    <message>
        <source>No rule: pack %1 is not on this computer</source>
        <translation>Sin regla: el paquete %1 no está en este ordenador</translation>
    </message>
    <message>
        <source>No rule: pack %1 version %2 is not on this computer</source>
        <translation>Sin regla: el paquete %1, versión %2, no está en este ordenador</translation>
    </message>
    <message>
        <source>Rest break missed</source>
        <translation>Pausa no dada</translation>
    </message>
    <message>
        <source>Put by for holidays not worked</source>
        <translation>Acumulado por festivos no trabajados</translation>
    </message>
    <message numerus="yes">
        <source>%n meal penalty(s) of the week are past the agreed number: %1 to %2, which is contested. The estimate counts them by the schedule.</source>
        <translation>
            <numerusform>%n penalización por comida de la semana supera el número acordado: de %1 a %2, lo cual es discutido. La estimación la cuenta según la tabla.</numerusform>
            <numerusform>%n penalizaciones por comida de la semana superan el número acordado: de %1 a %2, lo cual es discutido. La estimación las cuenta según la tabla.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put by this week for holidays not worked, est. %1: not paid now.</source>
        <translation>Acumulado esta semana por festivos no trabajados, est. %1: no se paga ahora.</translation>
    </message>
    <message>
        <source>Pack %1 leaves to people:</source>
        <translation>El paquete de reglas %1 deja a las personas:</translation>
    </message>
    <message>
        <source>No rule: no deal is in force in this week</source>
        <translation>Sin regla: ningún contrato está en vigor esta semana</translation>
    </message>
    <message>
        <source>No times yet</source>
        <translation>Aún sin horas</translation>
    </message>
    <message>
        <source>No wrap yet</source>
        <translation>Aún sin fin</translation>
    </message>
    <message>
        <source>No figure: the time zone is not known here</source>
        <translation>Sin importe: la zona horaria no se conoce aquí</translation>
    </message>
    <message>
        <source>No rule: no deal is in force on this day</source>
        <translation>Sin regla: ningún contrato está en vigor este día</translation>
    </message>
    <message>
        <source>No rule: the deal of this day has no pack that prices it</source>
        <translation>Sin regla: el contrato de este día no tiene un paquete que lo valore</translation>
    </message>
    <message>
        <source>Priced with the day before: less than the rest that makes a new day lies between.</source>
        <translation>Se valora con el día anterior: entre ambos hay menos del descanso que hace un día nuevo.</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a day on hold pays</source>
        <translation>Sin regla: el paquete no dice qué paga un día en espera</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what an idle day pays</source>
        <translation>Sin regla: el paquete no dice qué paga un día inactivo</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a sick day pays</source>
        <translation>Sin regla: el paquete no dice qué paga un día de baja</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what a holiday pays that is not worked</source>
        <translation>Sin regla: el paquete no dice qué paga un festivo no trabajado</translation>
    </message>
    <message>
        <source>No rule: the pack does not say what such a day pays</source>
        <translation>Sin regla: el paquete no dice qué paga un día así</translation>
    </message>
    <message>
        <source>Day without work</source>
        <translation>Día sin trabajo</translation>
    </message>
    <message>
        <source>The deal’s weekly guarantee is not counted: the pack does not say how many days it is for.</source>
        <translation>La garantía semanal del contrato no se cuenta: el paquete no dice para cuántos días es.</translation>
    </message>
    <message>
        <source>Goes on into the next date: too little lay between to end the shift.</source>
        <translation>Sigue en la fecha siguiente: hubo demasiado poco entre ambas para terminar la jornada.</translation>
    </message>
    <message>
        <source>An allowance in other money than the rule pack’s is in no sum.</source>
        <translation>Un complemento en otra moneda que la de las reglas no entra en ninguna suma.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 (%n people)</source>
        <comment>what comes, when, for how many</comment>
        <translation>
            <numerusform>%1 %2 (%n persona)</numerusform>
            <numerusform>%1 %2 (%n personas)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ahead today, %n at work: no more limits.</source>
        <translation>
            <numerusform>Lo que queda hoy, %n trabajando: ya no hay límites.</numerusform>
            <numerusform>Lo que queda hoy, %n trabajando: ya no hay límites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ahead today, %n at work: %1.</source>
        <translation>
            <numerusform>Lo que queda hoy, %n trabajando: %1.</numerusform>
            <numerusform>Lo que queda hoy, %n trabajando: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Est. %1 if they wrap now, %2 in 15 min, %3 in 30 min.</source>
        <translation>Est. %1 si terminan ahora, %2 en 15 min, %3 en 30 min.</translation>
    </message>
    <message>
        <source>%1 of it are penalties that are not due yet.</source>
        <translation>De ello, %1 son penalizaciones que aún no se deben.</translation>
    </message>
    <message>
        <source>%1 version %2</source>
        <comment>a rule pack</comment>
        <translation>%1 versión %2</translation>
    </message>
    <message>
        <source>Approved under %1: %2.</source>
        <comment>rule packs, money</comment>
        <translation>Aprobado según %1: %2.</translation>
    </message>
    <message>
        <source>%1 Today no rule gives a figure to hold against it.</source>
        <translation>%1 Hoy ninguna regla da un importe con que compararlo.</translation>
    </message>
    <message>
        <source>%1 Under today’s terms: %2.</source>
        <translation>%1 Con las condiciones de hoy: %2.</translation>
    </message>
    <message>
        <source>Today’s version, %1: %2.</source>
        <comment>rule packs, money</comment>
        <translation>Versión de hoy, %1: %2.</translation>
    </message>
    <message>
        <source>%1: %2 when approved, %3 today</source>
        <comment>a pay line, money, money</comment>
        <translation>%1: %2 al aprobarse, %3 hoy</translation>
    </message>
    <message>
        <source>Without an account</source>
        <translation>Sin cuenta</translation>
    </message>
</context>
<context>
    <name>film::app::PeoplePage</name>
    <message>
        <source>People and their deals</source>
        <translation>Las personas y sus contratos</translation>
    </message>
    <message>
        <source>Only the production office changes the crew list.</source>
        <translation>Solo la oficina de producción cambia la lista del equipo.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Read a crew list from a file</source>
        <translation>Leer una lista del equipo de un archivo</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Añadir una persona…</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Name, position or department</source>
        <translation>Nombre, puesto o departamento</translation>
    </message>
    <message>
        <source>Filter by name, position or department</source>
        <translation>Filtrar por nombre, puesto o departamento</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtrar (Ctrl+F)</translation>
    </message>
    <message>
        <source>&amp;Add a person…</source>
        <translation>&amp;Añadir una persona…</translation>
    </message>
    <message>
        <source>&amp;Change person and deal…</source>
        <translation>&amp;Cambiar persona y contrato…</translation>
    </message>
    <message>
        <source>&amp;Leaves the production…</source>
        <translation>&amp;Deja la producción…</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Hacer volver</translation>
    </message>
    <message>
        <source>&amp;Filter the crew list</source>
        <translation>&amp;Filtrar la lista del equipo</translation>
    </message>
    <message>
        <source>&amp;Open or close all departments of the list</source>
        <translation>A&amp;brir o cerrar todos los departamentos de la lista</translation>
    </message>
    <message>
        <source>On the production</source>
        <translation>En la producción</translation>
    </message>
    <message>
        <source>No deal</source>
        <translation>Sin contrato</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Han salido</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a filter, how many</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n people in %1 departments</source>
        <translation>
            <numerusform>%n persona, departamentos: %1</numerusform>
            <numerusform>%n personas, departamentos: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the crew list…</source>
        <translation>Abriendo la lista del equipo…</translation>
    </message>
    <message>
        <source>The crew list could not be read. The last good one is shown.</source>
        <translation>No se ha podido leer la lista del equipo. Se muestra la última buena.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Nobody matches “%1”.</source>
        <translation>Nadie coincide con «%1».</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>Everybody has a deal.</source>
        <translation>Todos tienen contrato.</translation>
    </message>
    <message>
        <source>Nobody has left the production.</source>
        <translation>Nadie ha dejado la producción.</translation>
    </message>
    <message>
        <source>No people yet.</source>
        <translation>Aún no hay nadie.</translation>
    </message>
    <message>
        <source>Add them one by one, or read the crew list of the production office.</source>
        <translation>Añádalas una a una, o lea la lista del equipo de la oficina de producción.</translation>
    </message>
    <message>
        <source>Import crew list…</source>
        <translation>Importar lista del equipo…</translation>
    </message>
    <message>
        <source>The production office adds the crew. You see them here once they are added.</source>
        <translation>La oficina de producción da de alta al equipo. Lo verá aquí en cuanto esté añadido.</translation>
    </message>
    <message>
        <source>addition of %1</source>
        <translation>adición de %1</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>cambio de %1</translation>
    </message>
    <message>
        <source>%1 was added. Ctrl+Z to undo.</source>
        <translation>Se ha añadido a %1. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>%1 was saved. Ctrl+Z to undo.</source>
        <translation>Se ha guardado a %1. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>last day of %1</source>
        <translation>último día de %1</translation>
    </message>
    <message>
        <source>The last day of %1 is %2. Ctrl+Z to undo.</source>
        <translation>El último día de %1 es el %2. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>return of %1</source>
        <translation>vuelta de %1</translation>
    </message>
    <message>
        <source>%1 is on the production again. Ctrl+Z to undo.</source>
        <translation>%1 está de nuevo en la producción. Ctrl+Z para deshacer.</translation>
    </message>
</context>
<context>
    <name>film::app::PeopleWordsText</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Convenio</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tarifa</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>Garantía</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 por hora</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 por día</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>%1 por semana</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>Sin convenio</translation>
    </message>
    <message>
        <source>%1, own terms</source>
        <comment>an agreement</comment>
        <translation>%1, condiciones propias</translation>
    </message>
    <message>
        <source>No deal yet</source>
        <translation>Aún sin contrato</translation>
    </message>
    <message>
        <source>left on %1</source>
        <translation>salió el %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>&amp;Departamento</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Puesto</translation>
    </message>
    <message>
        <source>Un&amp;it</source>
        <translation>Un&amp;idad</translation>
    </message>
    <message>
        <source>U&amp;nion</source>
        <translation>&amp;Sindicato</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>&amp;Convenio</translation>
    </message>
    <message>
        <source>Rate an &amp;hour</source>
        <translation>Tarifa por &amp;hora</translation>
    </message>
    <message>
        <source>Rate a da&amp;y</source>
        <translation>Tarifa por dí&amp;a</translation>
    </message>
    <message>
        <source>Rate a &amp;week</source>
        <translation>Tarifa por se&amp;mana</translation>
    </message>
    <message>
        <source>G&amp;uarantee in hours</source>
        <translation>&amp;Garantía en horas</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>D&amp;esde</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Último día</translation>
    </message>
    <message>
        <source>&amp;Own terms</source>
        <translation>C&amp;ondiciones propias</translation>
    </message>
    <message>
        <source>The last day is before the first. Check the two dates.</source>
        <translation>El último día es anterior al primero. Compruebe las dos fechas.</translation>
    </message>
    <message>
        <source>“%1” is no number of this agreement.</source>
        <translation>«%1» no es un número de este convenio.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>film::app::PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>Paid the additional contracted hour</source>
        <translation>Cobra la hora contratada adicional</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Better than the agreement: a number of the pack by its path, several with semicolons between them.</source>
        <translation>Mejor que el convenio: un número del paquete por su ruta, varios separados por punto y coma.</translation>
    </message>
    <message>
        <source>2025-11-20</source>
        <comment>an example of a date that is understood</comment>
        <translation>2025-11-20</translation>
    </message>
    <message>
        <source>A person of that name is already in %1.</source>
        <translation>Ya hay una persona con ese nombre en %1.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>A new d&amp;eal from this day on: earlier days keep theirs</source>
        <translation>Desde ese día, un contrato nue&amp;vo: los días anteriores conservan el suyo</translation>
    </message>
</context>
<context>
    <name>film::app::PinSettings</name>
    <message>
        <source>You sign with your PIN on this computer. It is kept here beside the computer&apos;s key and nowhere else; nobody can look it up.</source>
        <translation>Usted firma con su PIN en este equipo. Solo se guarda aquí, junto a la clave del equipo; nadie puede consultarlo.</translation>
    </message>
    <message>
        <source>&amp;Present PIN (empty if you have none)</source>
        <translation>PIN &amp;actual (vacío si no hay ninguno)</translation>
    </message>
    <message>
        <source>&amp;New PIN</source>
        <translation>PIN &amp;nuevo</translation>
    </message>
    <message>
        <source>New PIN, once &amp;more</source>
        <translation>PIN nuevo, &amp;otra vez</translation>
    </message>
    <message>
        <source>&amp;Change the PIN</source>
        <translation>&amp;Cambiar el PIN</translation>
    </message>
    <message>
        <source>From now on you sign with the new PIN.</source>
        <translation>A partir de ahora firma con el PIN nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>That is not your present PIN. %n try(s) left. The PIN stays as it was.</source>
        <translation>
            <numerusform>Ese no es su PIN actual. Queda %n intento. El PIN sigue como estaba.</numerusform>
            <numerusform>Ese no es su PIN actual. Quedan %n intentos. El PIN sigue como estaba.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait until %1, then try again. The PIN stays as it was.</source>
        <translation>Demasiados PIN erróneos. Espere hasta las %1 e inténtelo de nuevo. El PIN sigue como estaba.</translation>
    </message>
    <message>
        <source>A PIN has at least %1 characters. The PIN stays as it was.</source>
        <translation>Un PIN tiene al menos %1 caracteres. El PIN sigue como estaba.</translation>
    </message>
    <message>
        <source>The two new PINs are not the same. The PIN stays as it was.</source>
        <translation>Los dos PIN nuevos no son iguales. El PIN sigue como estaba.</translation>
    </message>
    <message>
        <source>The key store of this computer is locked or cannot be used. The PIN stays as it was. Unlock it and try again.</source>
        <translation>El almacén de claves de este equipo está bloqueado o no se puede usar. El PIN sigue como estaba. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is no production on this computer yet. Join or start one first; the PIN is for signing in it.</source>
        <translation>Todavía no hay ninguna producción en este ordenador. Únase a una o empiece una primero; el PIN sirve para firmar en ella.</translation>
    </message>
</context>
<context>
    <name>film::app::QuickEntryPanel</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Times of the day</source>
        <translation>Horas del día</translation>
    </message>
    <message>
        <source>Also:</source>
        <translation>También:</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>viaje</translation>
    </message>
    <message>
        <source>; text</source>
        <translation>; texto</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>día libre</translation>
    </message>
    <message>
        <source>help</source>
        <translation>ayuda</translation>
    </message>
    <message>
        <source>0700 1300-1330 1930	call, meal out and in, wrap
7 13-1330 1930 t0.5	with half an hour of travel
0700 1300-	unfinished: what is known is saved
19 0030-0100 5	past midnight; 5 is the next morning
cs, =, off, hold	as on the call sheet, as the day before, a day off, on hold
n, +6, -	now, six hours after the time before, no meal</source>
        <translation>0700 1300-1330 1930	citación, inicio y fin de la comida, fin de jornada
7 13-1330 1930 t0.5	con media hora de viaje
0700 1300-	incompleto: se guarda lo que se sabe
19 0030-0100 5	pasada la medianoche; 5 es de la mañana siguiente
cs, =, off, hold	como la orden de rodaje, como el día anterior, día libre, en espera
n, +6, -	ahora, seis horas después de la hora anterior, sin comida</translation>
    </message>
    <message>
        <source>Type the day, like 0700 1300-1330 1930</source>
        <translation>Escriba el día, como 0700 1300-1330 1930</translation>
    </message>
    <message>
        <source>This day has two versions. Saving decides for this one.</source>
        <translation>Este día tiene dos versiones. Al guardar se decide por esta.</translation>
    </message>
    <message>
        <source>Compare first</source>
        <translation>Comparar antes</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Save day</source>
        <translation>Guardar día</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>allowance</source>
        <translation>complemento</translation>
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
        <translation>Escriba el día, como 0700 1300-1330 1930</translation>
    </message>
</context>
<context>
    <name>film::app::ReadingRow</name>
    <message>
        <source>Estimated pay</source>
        <translation>Paga estimada</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Citación</translation>
    </message>
    <message>
        <source>Meal 1 out</source>
        <translation>Inicio com. 1</translation>
    </message>
    <message>
        <source>Meal 1 in</source>
        <translation>Fin com. 1</translation>
    </message>
    <message>
        <source>Meal 2</source>
        <translation>Comida 2</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>%1 on set less %2 meal</source>
        <translation>%1 en el set menos %2 de comida</translation>
    </message>
    <message>
        <source>%1 hours.</source>
        <translation>%1 horas.</translation>
    </message>
</context>
<context>
    <name>film::app::RulesDesk</name>
    <message>
        <source>Rules and rates</source>
        <translation>Reglas y tarifas</translation>
    </message>
</context>
<context>
    <name>film::app::RulesPage</name>
    <message>
        <source>Rules and rates</source>
        <translation>Reglas y tarifas</translation>
    </message>
    <message>
        <source>Find a pack</source>
        <translation>Buscar un paquete</translation>
    </message>
    <message>
        <source>Rule packs</source>
        <translation>Paquetes de reglas</translation>
    </message>
    <message>
        <source>What is shown of the pack</source>
        <translation>Qué se muestra del paquete</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Explain a day</source>
        <translation>Explicar un día</translation>
    </message>
    <message>
        <source>About this pack</source>
        <translation>Acerca de este paquete</translation>
    </message>
    <message>
        <source>Numbers of this pack</source>
        <translation>Cifras de este paquete</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Comparar &amp;con</translation>
    </message>
    <message>
        <source>Numbers that differ</source>
        <translation>Cifras que difieren</translation>
    </message>
    <message>
        <source>Pay that differs this week</source>
        <translation>Pago que difiere esta semana</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>How the day’s pay came about</source>
        <translation>Cómo se llegó al pago del día</translation>
    </message>
    <message>
        <source>Reading the rule packs.</source>
        <translation>Leyendo los paquetes de reglas.</translation>
    </message>
    <message numerus="yes">
        <source>%n packs</source>
        <translation>
            <numerusform>%n paquete</numerusform>
            <numerusform>%n paquetes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n vencido</numerusform>
            <numerusform>%n vencidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n off</source>
        <translation>
            <numerusform>%n desactivado</numerusform>
            <numerusform>%n desactivados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file, why it is left out</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n files of rules are left out</source>
        <translation>
            <numerusform>%n archivo de reglas queda fuera</numerusform>
            <numerusform>%n archivos de reglas quedan fuera</numerusform>
        </translation>
    </message>
    <message>
        <source>No pack matches “%1”.</source>
        <translation>Ningún paquete coincide con «%1».</translation>
    </message>
    <message>
        <source>There is no rule pack on this computer.</source>
        <translation>No hay ningún paquete de reglas en este ordenador.</translation>
    </message>
    <message>
        <source>No pack is chosen</source>
        <translation>Ningún paquete elegido</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a pack, its dates</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This pack is off: it prices nothing</source>
        <translation>Este paquete está desactivado: no calcula nada</translation>
    </message>
    <message>
        <source>These terms expired on %1</source>
        <translation>Estas condiciones vencieron el %1</translation>
    </message>
    <message>
        <source>Days after it are still priced by them, as agreements usually go on until the next one; every such figure says so.</source>
        <translation>Los días posteriores se siguen calculando con ellas, ya que los convenios suelen continuar hasta el siguiente; cada importe así lo indica.</translation>
    </message>
    <message>
        <source>These terms begin on %1</source>
        <translation>Estas condiciones empiezan el %1</translation>
    </message>
    <message>
        <source>There is no other pack to compare with.</source>
        <translation>No hay otro paquete con el que comparar.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Pay line</source>
        <translation>Concepto</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>Nobody’s days can be priced in the week that is shown: no times, or no deals.</source>
        <translation>En la semana mostrada no se puede calcular ningún día: faltan horas o contratos.</translation>
    </message>
</context>
<context>
    <name>film::app::RulesWordsText</name>
    <message>
        <source>Pack</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Cláusula</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde el %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Off, prices nothing</source>
        <translation>Desactivado, no calcula nada</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Empieza más tarde</translation>
    </message>
    <message>
        <source>Expired, still priced</source>
        <translation>Vencido, aún se aplica</translation>
    </message>
    <message>
        <source>invented</source>
        <translation>inventado</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>seguro</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>bastante seguro</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>the law</source>
        <translation>la ley</translation>
    </message>
    <message>
        <source>the agreement</source>
        <translation>el convenio</translation>
    </message>
    <message>
        <source>the production’s side letter</source>
        <translation>el acuerdo adicional de la producción</translation>
    </message>
    <message>
        <source>the person’s deal</source>
        <translation>el contrato de la persona</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, versión %2</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>Dónde se aplica</translation>
    </message>
    <message>
        <source>Unions</source>
        <translation>Sindicatos</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medios</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Contratos</translation>
    </message>
    <message>
        <source>A person has to look at this</source>
        <translation>Esto debe revisarlo una persona</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Cifras</translation>
    </message>
    <message numerus="yes">
        <source>%n numbers in all</source>
        <translation>
            <numerusform>%n cifra en total</numerusform>
            <numerusform>%n cifras en total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them doubtful</source>
        <translation>
            <numerusform>%n de ellas dudosa</numerusform>
            <numerusform>%n de ellas dudosas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Nada difiere.</translation>
    </message>
    <message numerus="yes">
        <source>%n places differ.</source>
        <translation>
            <numerusform>%n lugar difiere.</numerusform>
            <numerusform>%n lugares difieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are in different currencies, so no pay is compared.</source>
        <translation>Los dos están en monedas distintas, por lo que no se compara ningún pago.</translation>
    </message>
    <message>
        <source>Nobody is priced by %1 in the week that is shown.</source>
        <translation>Nadie se calcula con %1 en la semana mostrada.</translation>
    </message>
    <message numerus="yes">
        <source>%n people this week: %1 by %2, %3 by %4.</source>
        <translation>
            <numerusform>%n persona esta semana: %1 según %2, %3 según %4.</numerusform>
            <numerusform>%n personas esta semana: %1 según %2, %3 según %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people cannot be priced by it.</source>
        <translation>
            <numerusform>%n persona no se puede calcular con él.</numerusform>
            <numerusform>%n personas no se pueden calcular con él.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours worked</source>
        <translation>Horas trabajadas</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Horas extra</translation>
    </message>
    <message>
        <source>Meal penalties</source>
        <translation>Penalizaciones por comida</translation>
    </message>
    <message>
        <source>There is no figure for this day: its times are not complete.</source>
        <translation>No hay importe para este día: sus horas no están completas.</translation>
    </message>
    <message>
        <source>%1: estimate %2</source>
        <comment>a pack, an amount</comment>
        <translation>%1: estimación %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a pay line, its amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Además</translation>
    </message>
</context>
<context>
    <name>film::app::SearchDesk</name>
    <message>
        <source>%1, not on this page</source>
        <comment>a menu</comment>
        <translation>%1, no en esta página</translation>
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
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;General</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Atajos</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Datos</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>&amp;Hour format</source>
        <translation>&amp;Formato de horas</translation>
    </message>
    <message>
        <source>13.5 (tenths)</source>
        <translation>13,5 (décimas)</translation>
    </message>
    <message>
        <source>13:30 (hours and minutes)</source>
        <translation>13:30 (horas y minutos)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>&amp;Rows of the crew grid</source>
        <translation>&amp;Filas del cuadrante</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>Juntas</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Espaciadas</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Órdenes y sus teclas</translation>
    </message>
    <message>
        <source>New keys of the command</source>
        <translation>Teclas nuevas de la orden</translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation>Teclas &amp;nuevas</translation>
    </message>
    <message>
        <source>&amp;Use these keys</source>
        <translation>&amp;Usar estas teclas</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>Restablecer &amp;todo</translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation>Dónde están sus datos</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Carpeta: %1</translation>
    </message>
    <message>
        <source>Your days, what waits to be sent and these settings are in this folder, on this computer only. Close Film Tracker before you copy it. Do not change files in it.</source>
        <translation>Sus días, lo que espera a enviarse y estos ajustes están en esta carpeta, solo en este ordenador. Cierre Film Tracker antes de copiarla. No cambie archivos dentro.</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Abrir la carpeta</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already. Nothing was changed. Give that command other keys first.</source>
        <translation>%1 ya es de «%2». No se cambió nada. Dele antes otras teclas a esa orden.</translation>
    </message>
    <message>
        <source>“%1” has no keys now.</source>
        <translation>«%1» ya no tiene teclas.</translation>
    </message>
    <message>
        <source>“%1” is %2 now.</source>
        <translation>«%1» es ahora %2.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” now. Nothing was changed. Reset that command first, or all.</source>
        <translation>%1 es ahora de «%2». No se cambió nada. Restablezca antes esa orden, o todas.</translation>
    </message>
    <message>
        <source>“%1” has its first keys again.</source>
        <translation>«%1» tiene otra vez sus teclas originales.</translation>
    </message>
    <message>
        <source>All commands have their first keys again.</source>
        <translation>Todas las órdenes tienen otra vez sus teclas originales.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Changes when you close this. Save what you are typing first.</source>
        <translation>Cambia al cerrar esta ventana. Guarde antes lo que está escribiendo.</translation>
    </message>
    <message>
        <source>N&amp;o keys</source>
        <translation>&amp;Sin teclas</translation>
    </message>
    <message>
        <source>%1 is needed for typing. Nothing was changed. Take Ctrl with it.</source>
        <translation>%1 se necesita para escribir. No se cambió nada. Añada Ctrl.</translation>
    </message>
    <message>
        <source>S&amp;igning</source>
        <translation>F&amp;irma</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>&amp;Notificaciones</translation>
    </message>
</context>
<context>
    <name>film::app::SheetWordsText</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Citación</translation>
    </message>
    <message>
        <source>From the unit’s call</source>
        <translation>Respecto a la unidad</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 antes</translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation>%1 después</translation>
    </message>
    <message>
        <source>%1, not called</source>
        <translation>%1, sin citación</translation>
    </message>
    <message>
        <source>%1, own call %2</source>
        <translation>%1, citación propia %2</translation>
    </message>
    <message>
        <source>%1, called with the others at %2</source>
        <translation>%1, con los demás a las %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, a unit</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No call sheet</source>
        <translation>Sin orden</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>citación %1</translation>
    </message>
    <message>
        <source>no call yet</source>
        <translation>aún sin citación</translation>
    </message>
    <message>
        <source>Day %1 · %2</source>
        <translation>Día %1 · %2</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicada</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>&amp;Day number</source>
        <translation>Número de &amp;día</translation>
    </message>
    <message>
        <source>T&amp;ype of day</source>
        <translation>T&amp;ipo de día</translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation>&amp;Lugar</translation>
    </message>
    <message>
        <source>&amp;Scenes</source>
        <translation>&amp;Escenas</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Citación</translation>
    </message>
    <message>
        <source>&amp;Meal out</source>
        <translation>&amp;Comida inicio</translation>
    </message>
    <message>
        <source>Meal &amp;in</source>
        <translation>Comida &amp;fin</translation>
    </message>
    <message>
        <source>&amp;Wrap</source>
        <translation>Fi&amp;n de jornada</translation>
    </message>
    <message>
        <source>“%1” can be %2 or %3. Type one of them. Nothing was changed.</source>
        <translation>«%1» puede ser %2 o %3. Escriba uno de los dos. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>“%1” is no day number. Nothing was changed.</source>
        <translation>«%1» no es un número de día. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>That is too long. Nothing was changed.</source>
        <translation>Es demasiado largo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Enter the unit’s call first; “%1” is counted from it.</source>
        <translation>Introduzca primero la citación de la unidad; «%1» se cuenta desde ella.</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>No se entiende «%1». Una hora se escribe como 0700, 7.0 o 7:00. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The meal begins before the call.</source>
        <translation>La comida empieza antes de la citación.</translation>
    </message>
    <message>
        <source>The meal ends before it begins.</source>
        <translation>La comida termina antes de empezar.</translation>
    </message>
    <message>
        <source>The wrap is before the times that come before it.</source>
        <translation>El fin de jornada es anterior a las horas previas.</translation>
    </message>
</context>
<context>
    <name>film::app::SubmissionController</name>
    <message>
        <source>your word about a change</source>
        <translation>su palabra sobre un cambio</translation>
    </message>
    <message>
        <source>submitting the week</source>
        <translation>la entrega de la semana</translation>
    </message>
    <message>
        <source>taking the week back</source>
        <translation>la recuperación de la semana</translation>
    </message>
</context>
<context>
    <name>film::app::SyncButton</name>
    <message>
        <source>Open the sync page (Ctrl+Shift+Y)</source>
        <translation>Abrir la página de sincronización (Ctrl+Mayús+Y)</translation>
    </message>
</context>
<context>
    <name>film::app::SyncDesk</name>
    <message>
        <source>Changes (*.%1)</source>
        <translation>Cambios (*.%1)</translation>
    </message>
    <message>
        <source>Nothing waits any more: the server has everything. No file is needed.</source>
        <translation>Ya no espera nada: el servidor lo tiene todo. No hace falta ningún archivo.</translation>
    </message>
    <message>
        <source>The key of this computer cannot be read, so nothing can be signed. Unlock the key store of your system, start Film Tracker again and try once more. Nothing is lost.</source>
        <translation>No se puede leer la clave de este ordenador, por lo que no se puede firmar nada. Desbloquee el almacén de claves de su sistema, reinicie Film Tracker e inténtelo de nuevo. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>That is no file of changes from Film Tracker. Nothing was changed.</source>
        <translation>No es un archivo de cambios de Film Tracker. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>A newer version of Film Tracker wrote this file. Install that version here, then import it again. Nothing was changed.</source>
        <translation>Una versión más reciente de Film Tracker escribió este archivo. Instálela aquí y vuelva a importarlo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The file is cut short or damaged, so nothing was taken from it. The changes are still on the computer that made it: export them again.</source>
        <translation>El archivo está cortado o dañado, por lo que no se ha tomado nada de él. Los cambios siguen en el ordenador que lo creó: expórtelos de nuevo.</translation>
    </message>
    <message>
        <source>That file is larger than a file of changes can be. Nothing was changed.</source>
        <translation>Ese archivo es mayor de lo que puede ser un archivo de cambios. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>That is not the passphrase of this file, or the file was changed on its way. Nothing was taken from it.</source>
        <translation>Esa no es la frase de contraseña de este archivo, o el archivo se modificó por el camino. No se ha tomado nada de él.</translation>
    </message>
    <message>
        <source>These changes are of another production. Open that one, then import them there. Nothing was changed.</source>
        <translation>Estos cambios son de otra producción. Ábrala e impórtelos allí. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Sealing the changes.</source>
        <translation>Sellando los cambios.</translation>
    </message>
    <message>
        <source>Export changes to a file</source>
        <translation>Exportar los cambios a un archivo</translation>
    </message>
    <message>
        <source>%1 could not be written. Nothing was exported; the changes are safe here.</source>
        <translation>No se pudo escribir %1. No se exportó nada; los cambios están a salvo aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are in %1. They stay here as well.</source>
        <translation>
            <numerusform>%n cambio está en %1. También queda aquí.</numerusform>
            <numerusform>%n cambios están en %1. También quedan aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n more did not fit: export again once these have arrived.</source>
        <translation>
            <numerusform>%1 %n más no cupo: exporte de nuevo cuando estos hayan llegado.</numerusform>
            <numerusform>%1 %n más no cupieron: exporte de nuevo cuando estos hayan llegado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import changes from a file</source>
        <translation>Importar cambios de un archivo</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Nothing was changed.</source>
        <translation>No se puede leer %1. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Opening the file.</source>
        <translation>Abriendo el archivo.</translation>
    </message>
    <message>
        <source>Taking the changes in.</source>
        <translation>Tomando los cambios.</translation>
    </message>
    <message>
        <source>From a file of %1, %2</source>
        <translation>De un archivo de %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n changes were taken in.</source>
        <translation>
            <numerusform>Se tomó %n cambio.</numerusform>
            <numerusform>Se tomaron %n cambios.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>film::app::SyncPage</name>
    <message>
        <source>Your role on this production does not allow this. The coordinator has it and decides.</source>
        <translation>Su función en esta producción no lo permite. Lo tiene coordinación, que decide.</translation>
    </message>
    <message>
        <source>The server could not read it. Enter it again; if that happens again, the server may need an update.</source>
        <translation>El servidor no ha podido leerlo. Anótelo otra vez; si se repite, puede que el servidor necesite una actualización.</translation>
    </message>
    <message>
        <source>It belongs to another production.</source>
        <translation>Pertenece a otra producción.</translation>
    </message>
    <message>
        <source>It was made under another sign-in of this computer. Enter it again if it is missing.</source>
        <translation>Se hizo con otra sesión de este ordenador. Anótelo otra vez si falta.</translation>
    </message>
    <message>
        <source>The server is too old for it. Ask the production office for an update, then enter it again.</source>
        <translation>El servidor es demasiado antiguo para esto. Pida una actualización a la oficina de producción y anótelo otra vez.</translation>
    </message>
    <message>
        <source>Its times or values cannot be. Correct the day and save it again.</source>
        <translation>Sus horas o valores no son posibles. Corrija el día y guárdelo otra vez.</translation>
    </message>
    <message>
        <source>The server cannot read what it has of this day. Tell the production office.</source>
        <translation>El servidor no puede leer lo que tiene de este día. Avise a la oficina de producción.</translation>
    </message>
    <message>
        <source>The server’s database did not take it. Tell the production office, then enter it again.</source>
        <translation>La base de datos del servidor no lo ha admitido. Avise a la oficina de producción y anótelo otra vez.</translation>
    </message>
    <message>
        <source>Ask the production office before entering it again.</source>
        <translation>Pregunte a la oficina de producción antes de anotarlo otra vez.</translation>
    </message>
    <message>
        <source>Try the server now</source>
        <translation>Probar el servidor</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Changes made on this computer</source>
        <translation>Cambios hechos en este ordenador</translation>
    </message>
    <message>
        <source>Waiting for the server: %1</source>
        <translation>Pendientes del servidor: %1</translation>
    </message>
    <message>
        <source>Changes from this computer</source>
        <translation>Cambios de este ordenador</translation>
    </message>
    <message>
        <source>Safe on this computer</source>
        <translation>A salvo en este ordenador</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>No hay nada pendiente.</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier changes</source>
        <translation>
            <numerusform>y %n cambio anterior</numerusform>
            <numerusform>y %n cambios anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day has two versions</source>
        <translation>1 día tiene dos versiones</translation>
    </message>
    <message numerus="yes">
        <source>%n days have two versions</source>
        <translation>
            <numerusform>%n día tiene dos versiones</numerusform>
            <numerusform>%n días tienen dos versiones</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are kept. Choose when it suits you.</source>
        <translation>Se conservan las dos. Elija cuando le venga bien.</translation>
    </message>
    <message>
        <source>Compare and choose…</source>
        <translation>Comparar y elegir…</translation>
    </message>
    <message>
        <source>The server lacks %1 of the %2 records on this computer</source>
        <translation>Al servidor le faltan %1 de los %2 registros de este ordenador</translation>
    </message>
    <message>
        <source>That happens after a wrong restore, or when the address leads to another server. Nothing was removed here, and your own changes stay in any case.</source>
        <translation>Ocurre cuando se restaura una copia equivocada o cuando la dirección lleva a otro servidor. Aquí no se ha quitado nada, y sus propios cambios se quedan en todo caso.</translation>
    </message>
    <message>
        <source>Ask the production office first. If the server is right, take over what it has.</source>
        <translation>Pregunte primero a la oficina de producción. Si el servidor tiene razón, quédese con lo que tiene.</translation>
    </message>
    <message>
        <source>Take over what the server has</source>
        <translation>Quedarse con lo del servidor</translation>
    </message>
    <message>
        <source>This computer is signed out</source>
        <translation>La sesión de este ordenador está cerrada</translation>
    </message>
    <message>
        <source>You can keep working. What you enter is kept here, and is sent once you have signed in with a new code.</source>
        <translation>Puede seguir trabajando. Lo que anote se guarda aquí y se envía cuando inicie sesión con un código nuevo.</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Iniciar sesión otra vez…</translation>
    </message>
    <message>
        <source>These times are only on this computer</source>
        <translation>Estas horas solo están en este ordenador</translation>
    </message>
    <message>
        <source>You can join a production at any time, and bring them in.</source>
        <translation>Puede unirse a una producción cuando quiera y llevarlas.</translation>
    </message>
    <message>
        <source>Join a production…</source>
        <translation>Unirse a una producción…</translation>
    </message>
    <message>
        <source>The server did not accept 1 change. It is kept here.</source>
        <translation>El servidor no ha aceptado 1 cambio. Se conserva aquí.</translation>
    </message>
    <message numerus="yes">
        <source>The server did not accept %n changes. They are kept here.</source>
        <translation>
            <numerusform>El servidor no ha aceptado %n cambio. Se conserva aquí.</numerusform>
            <numerusform>El servidor no ha aceptado %n cambios. Se conservan aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where, what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Export changes to a file…</source>
        <translation>&amp;Exportar los cambios a un archivo…</translation>
    </message>
    <message>
        <source>&amp;Import changes from a file…</source>
        <translation>&amp;Importar cambios de un archivo…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordenador</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Computers of this production</source>
        <translation>Ordenadores de esta producción</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Ordenadores</translation>
    </message>
    <message>
        <source>A computer that was not heard from has lost nothing.</source>
        <translation>Un ordenador del que no se sabe nada no ha perdido nada.</translation>
    </message>
    <message>
        <source>Nothing waits: these times are only for this computer.</source>
        <translation>No espera nada: estas horas son solo para este ordenador.</translation>
    </message>
    <message>
        <source>Nothing is waiting. Last in step %1.</source>
        <translation>No espera nada. Al día por última vez a las %1.</translation>
    </message>
    <message>
        <source>There is no production to carry changes to yet.</source>
        <translation>Aún no hay ninguna producción a la que llevar cambios.</translation>
    </message>
    <message>
        <source>For a memory stick, when there is no network at all</source>
        <translation>Para una memoria USB, cuando no hay ninguna red</translation>
    </message>
    <message>
        <source>Nothing is waiting, so there is nothing to export.</source>
        <translation>No espera nada, así que no hay nada que exportar.</translation>
    </message>
    <message>
        <source>There is no production to bring changes into yet.</source>
        <translation>Aún no hay ninguna producción en la que incorporar cambios.</translation>
    </message>
    <message>
        <source>That another computer exported</source>
        <translation>Que otro ordenador exportó</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este ordenador</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Otro ordenador</translation>
    </message>
    <message>
        <source>Computer of %1</source>
        <translation>Ordenador de %1</translation>
    </message>
    <message>
        <source>You are working on it</source>
        <translation>Usted trabaja en él</translation>
    </message>
    <message>
        <source>Its changes up to then are here</source>
        <translation>Sus cambios hasta entonces están aquí</translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>Abrir el día</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
</context>
<context>
    <name>film::app::SyncPath</name>
    <message>
        <source>Way to the server</source>
        <translation>Camino al servidor</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place on the way to the server, how it is</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>film::app::SyncPathText</name>
    <message>
        <source>Set hub</source>
        <translation>Hub de rodaje</translation>
    </message>
    <message>
        <source>Keeps everything and sends it on</source>
        <translation>Lo guarda todo y lo reenvía</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este ordenador</translation>
    </message>
    <message numerus="yes">
        <source>All saved here, %n changes waiting</source>
        <translation>
            <numerusform>Todo guardado aquí, %n cambio pendiente</numerusform>
            <numerusform>Todo guardado aquí, %n cambios pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Todo está guardado</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Production server</source>
        <translation>Servidor de producción</translation>
    </message>
    <message>
        <source>Has everything</source>
        <translation>Lo tiene todo</translation>
    </message>
    <message>
        <source>Has everything, %1</source>
        <translation>Lo tiene todo, %1</translation>
    </message>
    <message>
        <source>%1 of %2 arrived</source>
        <translation>%1 de %2 han llegado</translation>
    </message>
    <message>
        <source>Not reached. It is tried again by itself.</source>
        <translation>No se alcanza. Se reintenta automáticamente.</translation>
    </message>
    <message>
        <source>Last reached %1. It is tried again by itself.</source>
        <translation>Alcanzado por última vez a las %1. Se reintenta automáticamente.</translation>
    </message>
    <message>
        <source>Wants you to sign in again</source>
        <translation>Pide iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>You are not on this production any more</source>
        <translation>Ya no está en esta producción</translation>
    </message>
    <message>
        <source>Wants a newer version of Film Tracker</source>
        <translation>Pide una versión más reciente de Film Tracker</translation>
    </message>
    <message>
        <source>Lacks records that are here</source>
        <translation>Le faltan datos que están aquí</translation>
    </message>
    <message>
        <source>Did not accept a change</source>
        <translation>No aceptó un cambio</translation>
    </message>
    <message>
        <source>None joined yet</source>
        <translation>Aún no se ha unido a ninguno</translation>
    </message>
</context>
<context>
    <name>film::app::SyncStateText</name>
    <message>
        <source>Synced %1</source>
        <translation>Sincronizado %1</translation>
    </message>
    <message>
        <source>Everything is saved on this computer</source>
        <translation>Todo está guardado en este ordenador</translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <translation>Enviando %1 de %2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n changes waiting</source>
        <translation>
            <numerusform>Sin conexión, %n cambio pendiente</numerusform>
            <numerusform>Sin conexión, %n cambios pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on this computer. They send by themselves when there is a connection.</source>
        <translation>Guardado en este ordenador. Se envía solo cuando haya conexión.</translation>
    </message>
    <message>
        <source>Set hub, synced %1</source>
        <translation>Nodo del set, sincr. %1</translation>
    </message>
    <message>
        <source>No internet since %1. The hub keeps everything and sends it on later.</source>
        <translation>Sin internet desde las %1. El nodo lo guarda todo y lo envía más tarde.</translation>
    </message>
    <message>
        <source>The hub keeps everything and sends it on.</source>
        <translation>El nodo lo guarda todo y lo reenvía.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes to review</source>
        <translation>
            <numerusform>%n cambio por revisar</numerusform>
            <numerusform>%n cambios por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>Synced with the set hub %1. Everything else is up to date.</source>
        <translation>Sincronizado con el nodo del set %1. Todo lo demás está al día.</translation>
    </message>
    <message>
        <source>Synced %1. Everything else is up to date.</source>
        <translation>Sincronizado %1. Todo lo demás está al día.</translation>
    </message>
    <message numerus="yes">
        <source>Sign in to sync, %n changes waiting</source>
        <translation>
            <numerusform>Inicie sesión, %n cambio pendiente</numerusform>
            <numerusform>Inicie sesión, %n cambios pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>You can keep working. Your changes stay here until you sign in.</source>
        <translation>Puede seguir trabajando. Sus cambios se quedan aquí hasta que inicie sesión.</translation>
    </message>
    <message numerus="yes">
        <source>Sync stopped, %n changes waiting</source>
        <translation>
            <numerusform>Sincr. detenida, %n cambio pendiente</numerusform>
            <numerusform>Sincr. detenida, %n cambios pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused a change. Nothing is lost. Open details.</source>
        <translation>El servidor ha rechazado un cambio. No se pierde nada. Abra los detalles.</translation>
    </message>
    <message>
        <source>Look before syncing</source>
        <translation>Revise antes de sincronizar</translation>
    </message>
    <message>
        <source>The server lacks most of what is on this computer. Nothing was removed here. Open details.</source>
        <translation>Al servidor le falta casi todo lo que hay en este ordenador. Aquí no se ha quitado nada. Abra los detalles.</translation>
    </message>
    <message>
        <source>Not on this production any more</source>
        <translation>Ya no está en esta producción</translation>
    </message>
    <message>
        <source>What you entered was handed over and is still here. Other people&apos;s days are not. Ask the production office if this is wrong.</source>
        <translation>Lo que anotó se ha entregado y sigue aquí. Los días de otras personas, no. Pregunte a la oficina de producción si es un error.</translation>
    </message>
    <message>
        <source>Update Film Tracker to sync</source>
        <translation>Actualice Film Tracker para sincronizar</translation>
    </message>
    <message>
        <source>The server does not understand this version. What you enter is saved on this computer and is sent after the update.</source>
        <translation>El servidor no entiende esta versión. Lo que anote se guarda en este ordenador y se envía después de actualizar.</translation>
    </message>
    <message>
        <source>The server wants version %1 or newer. What you enter is saved and handed over; other people&apos;s changes come after the update.</source>
        <translation>El servidor pide la versión %1 o una más nueva. Lo que anote se guarda y se entrega; los cambios de otras personas llegan después de actualizar.</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Solo en este ordenador</translation>
    </message>
    <message>
        <source>Saved here %1. Nothing is shared yet.</source>
        <translation>Guardado aquí %1. Aún no se comparte nada.</translation>
    </message>
    <message>
        <source>Nothing is shared yet.</source>
        <translation>Aún no se comparte nada.</translation>
    </message>
</context>
<context>
    <name>film::app::TrayDesk</name>
    <message>
        <source>Today in a s&amp;mall window</source>
        <translation>Hoy en una &amp;ventana pequeña</translation>
    </message>
    <message>
        <source>&amp;Enter today</source>
        <translation>&amp;Registrar hoy</translation>
    </message>
    <message>
        <source>&amp;Open Film Tracker</source>
        <translation>&amp;Abrir Film Tracker</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Film Tracker: %1</source>
        <translation>Film Tracker: %1</translation>
    </message>
    <message>
        <source>Film Tracker: %1
%2</source>
        <translation>Film Tracker: %1
%2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) have two versions. Both are kept until you choose.</source>
        <translation>
            <numerusform>%n día tiene dos versiones. Se guardan ambas hasta que usted elija.</numerusform>
            <numerusform>%n días tienen dos versiones. Se guardan ambas hasta que usted elija.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent week %2 back: “%3”</source>
        <translation>%1 devolvió la semana %2: «%3»</translation>
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
        <translation>&amp;Abrir Film Tracker</translation>
    </message>
    <message>
        <source>Today · Film Tracker</source>
        <translation>Hoy · Film Tracker</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>film::app::WeekTable</name>
    <message>
        <source>Days of the week</source>
        <translation>Días de la semana</translation>
    </message>
</context>
<context>
    <name>film::app::WeekWords</name>
    <message>
        <source>Week %1 · %2–%3</source>
        <translation>Semana %1 · %2–%3</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Vestuario</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Festivo</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Enfermedad</translation>
    </message>
    <message>
        <source>No work</source>
        <translation>Sin trabajo</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Día libre</translation>
    </message>
    <message>
        <source>Day type</source>
        <translation>Tipo de día</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Breakfast out</source>
        <translation>Inicio desayuno</translation>
    </message>
    <message>
        <source>Breakfast in</source>
        <translation>Fin desayuno</translation>
    </message>
    <message>
        <source>Meal %1 out</source>
        <translation>Inicio comida %1</translation>
    </message>
    <message>
        <source>Meal %1 in</source>
        <translation>Fin comida %1</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Travel back</source>
        <translation>Viaje de vuelta</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Pactado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Meal grace</source>
        <translation>Margen de comida</translation>
    </message>
    <message>
        <source>Wrap extension</source>
        <translation>Prórroga de jornada</translation>
    </message>
    <message>
        <source>French hours</source>
        <translation>Horario francés</translation>
    </message>
    <message>
        <source>Compensatory rest</source>
        <translation>Descanso compensatorio</translation>
    </message>
    <message>
        <source>Semi-continuous day</source>
        <translation>Jornada semicontinua</translation>
    </message>
    <message>
        <source>Continuous day</source>
        <translation>Jornada continua</translation>
    </message>
    <message>
        <source>Camera overtime</source>
        <translation>Horas extra rodando</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Sin aprobar</translation>
    </message>
    <message>
        <source>A meal that began within the grace period is not late</source>
        <translation>Una comida que empezó dentro del margen no cuenta como tarde</translation>
    </message>
    <message>
        <source>No meal was due because the wrap came soon after</source>
        <translation>No tocaba comida porque la jornada acabó poco después</translation>
    </message>
    <message>
        <source>The crew agreed to work through and eat as they go</source>
        <translation>El equipo acordó no parar y comer sobre la marcha</translation>
    </message>
    <message>
        <source>Rest later instead of money for a short night</source>
        <translation>Descanso más adelante en vez de dinero por una noche corta</translation>
    </message>
    <message>
        <source>Half an hour of lunch</source>
        <translation>Media hora para comer</translation>
    </message>
    <message>
        <source>Eating while working</source>
        <translation>Se come mientras se trabaja</translation>
    </message>
    <message>
        <source>The overtime was shooting time</source>
        <translation>Las horas extra fueron de rodaje</translation>
    </message>
    <message>
        <source>Nobody approved this day beforehand</source>
        <translation>Nadie aprobó este día de antemano</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Meal 1
out</source>
        <translation>Com. 1
inicio</translation>
    </message>
    <message>
        <source>Meal 1
in</source>
        <translation>Com. 1
fin</translation>
    </message>
    <message>
        <source>Meal 2
out</source>
        <translation>Com. 2
inicio</translation>
    </message>
    <message>
        <source>Meal 2
in</source>
        <translation>Com. 2
fin</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
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
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Day %1</source>
        <translation>Día %1</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Sin cita</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>Needs an update</source>
        <translation>Falta actualizar</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>Sin avisos</translation>
    </message>
    <message>
        <source>Check the times</source>
        <translation>Revisar horas</translation>
    </message>
    <message>
        <source>Meal %1 late by %2</source>
        <translation>Comida %1 tarde: %2</translation>
    </message>
    <message>
        <source>Meal %1 not recorded</source>
        <translation>Comida %1 sin anotar</translation>
    </message>
    <message>
        <source>Rest %1 of %2</source>
        <translation>Descanso %1 de %2</translation>
    </message>
    <message>
        <source>%1 on set</source>
        <translation>%1 en el set</translation>
    </message>
    <message>
        <source>No wrap</source>
        <translation>Falta el fin</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Sin horas</translation>
    </message>
    <message>
        <source>Meal %1 due %2</source>
        <translation>Comida %1: límite %2</translation>
    </message>
    <message>
        <source>Wrap %1 by %2</source>
        <translation>Fin %1 antes de %2</translation>
    </message>
    <message>
        <source>Your times are fine and can be saved as they are.</source>
        <translation>Sus horas están bien y se pueden guardar tal cual.</translation>
    </message>
    <message>
        <source>Meal %1 ends (%2) before it starts (%3). Check the two times. Not saved yet.</source>
        <translation>La comida %1 acaba (%2) antes de empezar (%3). Revise las dos horas. Aún sin guardar.</translation>
    </message>
    <message>
        <source>%1 (%2) is before %3 (%4). Check the two times. Not saved yet.</source>
        <translation>%1 (%2) va antes que %3 (%4). Revise las dos horas. Aún sin guardar.</translation>
    </message>
    <message>
        <source>Meal %1 started %2 late. It was due at %3.</source>
        <translation>La comida %1 empezó con %2 de retraso. El límite era %3.</translation>
    </message>
    <message>
        <source>The time can be saved as it is.</source>
        <translation>La hora se puede guardar tal cual.</translation>
    </message>
    <message>
        <source>Meal %1 is not recorded. It was due at %2.</source>
        <translation>La comida %1 está sin anotar. El límite era %2.</translation>
    </message>
    <message>
        <source>Add it if there was one. The day can be saved as it is.</source>
        <translation>Añádala si la hubo. El día se puede guardar tal cual.</translation>
    </message>
    <message>
        <source>Short rest before %1: %2 of the usual %3</source>
        <translation>Descanso corto antes del %1: %2 de las %3 habituales</translation>
    </message>
    <message>
        <source>Wrap %1 to %2’s call %3. A %2 call of %4 avoids it.</source>
        <translation>Fin %1; citación del %2, %3. Si la del %2 pasa a %4, se evita.</translation>
    </message>
    <message>
        <source>That makes %1 hours on set. Save it if that is right.</source>
        <translation>Con eso son %1 horas en el set. Guárdelo si es correcto.</translation>
    </message>
    <message>
        <source>Meal %1 on time (limit %2)</source>
        <translation>Comida %1 a tiempo (límite %2)</translation>
    </message>
    <message>
        <source>Meal %1 not due (limit %2)</source>
        <translation>Comida %1 no necesaria (límite %2)</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>No se puede leer.</translation>
    </message>
    <message>
        <source>Could not be read. The last good copy from %1 is shown.</source>
        <translation>No se puede leer. Se muestra la última copia buena, de las %1.</translation>
    </message>
    <message>
        <source>%1 next day</source>
        <translation>%1 del día siguiente</translation>
    </message>
    <message>
        <source>Entered so far</source>
        <translation>Anotado hasta ahora</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n por revisar</numerusform>
            <numerusform>%n por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, nothing entered</source>
        <translation>%1, nada anotado</translation>
    </message>
    <message>
        <source>%1, nothing entered, %2</source>
        <translation>%1, nada anotado, %2</translation>
    </message>
    <message>
        <source>%1, call %2, %3</source>
        <translation>%1, citación %2, %3</translation>
    </message>
    <message>
        <source>%1, %2 to %3, %4 hours, %5</source>
        <translation>%1, de %2 a %3, %4 horas, %5</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Aún sin guardar.</translation>
    </message>
    <message>
        <source>%1 never comes: the clocks go forward on %2.</source>
        <translation>La hora %1 no existe: los relojes se adelantan el %2.</translation>
    </message>
    <message>
        <source>%1 comes twice: the clocks go back on %2.</source>
        <translation>La hora %1 se repite: los relojes se atrasan el %2.</translation>
    </message>
    <message>
        <source>The first is before they go back, the second after.</source>
        <translation>La primera es antes de atrasarlos; la segunda, después.</translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>Primera %1</translation>
    </message>
    <message>
        <source>Second %1</source>
        <translation>Segunda %1</translation>
    </message>
    <message>
        <source>Left 1 day that changed since.</source>
        <translation>Se ha dejado 1 día que cambió después.</translation>
    </message>
    <message numerus="yes">
        <source>Left %n days that changed since.</source>
        <translation>
            <numerusform>Se ha dejado %n día que cambió después.</numerusform>
            <numerusform>Se han dejado %n días que cambiaron después.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out %1: its times are in no possible order.</source>
        <translation>%1 se queda fuera: el orden de sus horas no es posible.</translation>
    </message>
    <message>
        <source>Left out %1: %2 never comes that night, the clocks go forward.</source>
        <translation>%1 se queda fuera: esa noche la hora %2 no existe, los relojes se adelantan.</translation>
    </message>
    <message>
        <source>Left out %1: %2 comes twice that night, the clocks go back.</source>
        <translation>%1 se queda fuera: esa noche la hora %2 se repite, los relojes se atrasan.</translation>
    </message>
    <message>
        <source>Not saved yet: which one is it?</source>
        <translation>Aún sin guardar: ¿cuál de las dos?</translation>
    </message>
    <message>
        <source>Not saved yet: check the times</source>
        <translation>Aún sin guardar: revise las horas</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Still reading: %1?</source>
        <translation>Falta: ¿%1?</translation>
    </message>
    <message>
        <source>I could not read “%1”</source>
        <translation>No se entiende «%1»</translation>
    </message>
    <message>
        <source>“%1” can be read in two ways</source>
        <translation>«%1» se puede leer de dos maneras</translation>
    </message>
    <message>
        <source>I could not read “%1”. A time looks like 0700, 7.0 or 7:00. Nothing was changed.</source>
        <translation>No se entiende «%1». Una hora se escribe como 0700, 7.0 o 7:00. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 already has %2 to %3. Saving replaces it; the old times stay in History.</source>
        <translation>%1 ya tiene de %2 a %3. Al guardar se sustituye; las horas anteriores quedan en el historial.</translation>
    </message>
    <message>
        <source>%1 already has times. Saving replaces them; the old times stay in History.</source>
        <translation>%1 ya tiene horas. Al guardar se sustituyen; las anteriores quedan en el historial.</translation>
    </message>
    <message>
        <source>Day complete</source>
        <translation>Día completo</translation>
    </message>
    <message>
        <source>%1 now, %2</source>
        <translation>%1 ahora: %2</translation>
    </message>
    <message>
        <source>Opening the week of %1…</source>
        <translation>Abriendo la semana del %1…</translation>
    </message>
    <message>
        <source>%1 saved on this computer. Ctrl+Z to undo.</source>
        <translation>%1 guardado en este ordenador. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>%1 saved. Ctrl+Z to undo.</source>
        <translation>%1 guardado. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>%1 saved on this computer: %2.</source>
        <translation>%1 guardado en este ordenador: %2.</translation>
    </message>
    <message>
        <source>%1 saved: %2. Ctrl+Z to undo.</source>
        <translation>%1 guardado: %2. Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Cleared %1. Ctrl+Z brings it back.</source>
        <translation>%1 borrado. Ctrl+Z para recuperarlo.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 vuelve a estar como antes.</translation>
    </message>
    <message>
        <source>%1 was changed again.</source>
        <translation>%1 se ha cambiado otra vez.</translation>
    </message>
    <message>
        <source>%1 changed since. It was left as it is.</source>
        <translation>%1 ha cambiado después. Se ha dejado como estaba.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n days from last week. Ctrl+Z to undo.</source>
        <translation>
            <numerusform>Copiado %n día de la semana pasada. Ctrl+Z para deshacer.</numerusform>
            <numerusform>Copiados %n días de la semana pasada. Ctrl+Z para deshacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last week has no days to copy into this one. Nothing was changed.</source>
        <translation>La semana pasada no tiene días que copiar en esta. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 Choose one first. Nothing was changed.</source>
        <translation>%1 Elija antes una. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>“%1” can be read in two ways. Choose one first. Nothing was changed.</source>
        <translation>«%1» se puede leer de dos maneras. Elija antes una. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 is locked. Your change was not made. Add a note instead.</source>
        <translation>%1 está bloqueado. Su cambio no se ha hecho. Añada una nota.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation>%1: borrado</translation>
    </message>
    <message>
        <source>%1 published the call sheet: %2</source>
        <translation>%1 publicó la orden de rodaje: %2</translation>
    </message>
    <message>
        <source>You set %1</source>
        <translation>Usted anotó: %1</translation>
    </message>
    <message>
        <source>%1 set %2</source>
        <translation>%1 anotó: %2</translation>
    </message>
    <message>
        <source>Rest break missed</source>
        <translation>Pausa no dada</translation>
    </message>
    <message>
        <source>Short rest allowed</source>
        <translation>Descanso corto permitido</translation>
    </message>
    <message>
        <source>A paid break for rest was not given</source>
        <translation>No se dio una pausa pagada</translation>
    </message>
    <message>
        <source>The agreement allows a shorter rest before such a day, now and then</source>
        <translation>El convenio permite a veces un descanso más corto antes de un día así</translation>
    </message>
    <message>
        <source>%1 Your change was not made.</source>
        <translation>%1 Su cambio no se ha hecho.</translation>
    </message>
    <message>
        <source>%1 is locked by payroll.</source>
        <translation>%1 está bloqueado por nóminas.</translation>
    </message>
    <message>
        <source>%1 is approved. Whoever approved it can send it back.</source>
        <translation>%1 está aprobado. Quien lo aprobó puede devolverlo.</translation>
    </message>
    <message>
        <source>%1 is locked. Add a note instead.</source>
        <translation>%1 está bloqueado. Añada una nota.</translation>
    </message>
    <message>
        <source>What is stored for %1 cannot be read here; it may need a newer version of Film Tracker.</source>
        <translation>Lo guardado para %1 no se puede leer aquí; quizá haga falta una versión más reciente de Film Tracker.</translation>
    </message>
    <message>
        <source>I could not read “%1”. An allowance looks like $50 or kit 50,00, several with semicolons between them. Nothing was changed.</source>
        <translation>No se entiende «%1». Un complemento se escribe 50 € o kit 50,00, varios separados por punto y coma. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Allowances</source>
        <translation>Complementos</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Sin cuenta</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Cuenta %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unidad</numerusform>
            <numerusform>%n unidades</numerusform>
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
        <translation>Este ordenador no tiene almacén de claves. Elija una contraseña para su clave; se le pedirá en cada inicio.</translation>
    </message>
    <message>
        <source>The passphrase for this device&apos;s key. Without it your times are still saved here, but not sent.</source>
        <translation>La contraseña de la clave de este ordenador. Sin ella, sus horas se siguen guardando aquí, pero no se envían.</translation>
    </message>
</context>
</TS>
