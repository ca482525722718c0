@echo off
rem Starts Sporeloop on Windows. Builds it first if it was never built; delete .build\windows to build anew.
setlocal
set "root=%~dp0"
set "release=%root%.build\windows"

where java >nul 2>nul
if errorlevel 1 (
    echo sporeloop: there is no Java. Install a JDK of version 17 or newer. 1>&2
    exit /b 1
)
if exist "%release%\built" goto run

where mvn >nul 2>nul
if errorlevel 1 (
    echo sporeloop: there is no Maven. Install version 3.8 or newer. 1>&2
    exit /b 1
)
echo sporeloop: building, about a minute the first time ... 1>&2
pushd "%root%"
call mvn -B -q package -Dquick -Dmaven.test.skip=true -Dbuild.folder=.build/target "-Drelease.folder=%release%" 1>&2
set code=%errorlevel%
popd
if not "%code%"=="0" (
    echo sporeloop: the build failed, see above. 1>&2
    exit /b 1
)
echo built> "%release%\built"

:run
java -XX:+UseSerialGC -Djava.awt.headless=true -Dfile.encoding=UTF-8 %SPORELOOP_JAVA_OPTIONS% -cp "%release%\lib\*" sporeloop.scenarios.command.Sporeloop %*
exit /b %errorlevel%
