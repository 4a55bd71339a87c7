import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_8d88269bb9f12c57a6f8315544a014e4b1cf9da2 {
    static final String base64Bytes = String.join("", "GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwH/////////EU2bdKtNu4tTq4QVSalmU6yBoU27i1OrhBZUrmtTrIG7TbuMU6uEElTDZ1OsggEl7AEAAAAAAABoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmlSrXsYMPQkBNgIRMYXZmV0GETGF2ZhZUrmvlrgEAAAAAAABc14EBc8WIAAAAAAAAAAGcgQAitZyDdW5kiIEAhoZBX09QVVNWqoMhD4tWu4QExLQAg4EC4ZGfgQG1iEDPQAAAAAAAYmSBIGOik09wdXNIZWFkAQE4AYA+AAAAAAASVMNnrXNzqmPAi2PFiAAAAAAAAAABZ8iZRaOHRU5DT0RFUkSHjExhdmMgbGlib3B1cx9DtnVCUOeBAKOugQAAgEiEJ7A60MKXogwVaFSnBAM2GF3/RNDV903X3EqghMb759p+wVO9ANKfoKOogQAVgEi4nHZvjygSwtWqrujzWqo+0pqV9g6W4kJyd0L2tpPH7LppyqOvgQApgEg/boP5p5SPAof6B5XviGqkbIz0urIk9T9V7z1XcNnt+cxe6YaQ2kUFD2Cjp4EAPYBIP3PDQOU9Wm8AySLdrbV08paUdEEhd2lPVuBEQ0of2v3hgKOugQBRgEg/cwUPnhRjBGyBcyEvSOiJnAk3TstSrpe5YyBZVwzokzM4CyYbRtYY4KOogQBlgEg/cxmsY6THk44yh9GIoj+Q0zHUJU63te2PSh2KXH8s+w6RQKOpgQB5gEg/c9/bAot11sB0BlXfLSGRq+9uEwAqLdlBEQ2JDmZ2BL1D0KSjq4EAjYBIP3O4dmnLtOB6IopgwnDkWaHGw3/4R0GUcsY8eG+Ku1qL6WxMQ2CjtIEAoYBIP3PDTyUqzGRjRuATVU2v8Xi/d3CeRy3LbbuICdvDCUIg1fPMdhFWPiIV8bdDtaCjpYEAtYBIP3MZtrPPyv+8M2j7YOfHlSavJyiByLL66DHJhjSUl5CjqIEAyYBIP3O4EXwgxPgBfNyBLvJkgvda28UCLTlFSOll2yWn0hZhQsCjrIEA3YBIP3Ndjthe2P934DVVe9RnzwXpp6SK+byiW1+fxWZPuHGl0lIo9ArAoLChqIEA8QBIhP5GQ5Czq3i2/6bAquT67V5Nnr9Bxuyygobbpm29+X8jl5h1ooM1Z+A=");

    public static void main(String[] args) throws Throwable {
        Crash_8d88269bb9f12c57a6f8315544a014e4b1cf9da2.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = org.emotone.audio.FuzzTarget.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = org.emotone.audio.FuzzTarget.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        org.emotone.audio.FuzzTarget.fuzzerTestOneInput(input);
    }
}