using System.Diagnostics.CodeAnalysis;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Helpers;

/// <summary>Named colours: black, white, and shades of the Material Design palette.</summary>
[SuppressMessage("Design", "CA1034", Justification = "Shades are reached as Colors.Grey.Medium.")]
public static class Colors
{
    /// <summary>Black.</summary>
    public static readonly Color Black = new(0xFF000000);

    /// <summary>White.</summary>
    public static readonly Color White = new(0xFFFFFFFF);

    /// <summary>Nothing seen.</summary>
    public static readonly Color Transparent = new(0x00FFFFFF);

    /// <summary>Shades of Grey.</summary>
    public static class Grey
    {
        /// <summary>#FAFAFA.</summary>
        public static readonly Color Lighten5 = new(0xFFFAFAFA);

        /// <summary>#F5F5F5.</summary>
        public static readonly Color Lighten4 = new(0xFFF5F5F5);

        /// <summary>#EEEEEE.</summary>
        public static readonly Color Lighten3 = new(0xFFEEEEEE);

        /// <summary>#E0E0E0.</summary>
        public static readonly Color Lighten2 = new(0xFFE0E0E0);

        /// <summary>#BDBDBD.</summary>
        public static readonly Color Lighten1 = new(0xFFBDBDBD);

        /// <summary>#9E9E9E.</summary>
        public static readonly Color Medium = new(0xFF9E9E9E);

        /// <summary>#757575.</summary>
        public static readonly Color Darken1 = new(0xFF757575);

        /// <summary>#616161.</summary>
        public static readonly Color Darken2 = new(0xFF616161);

        /// <summary>#424242.</summary>
        public static readonly Color Darken3 = new(0xFF424242);

        /// <summary>#212121.</summary>
        public static readonly Color Darken4 = new(0xFF212121);
    }

    /// <summary>Shades of BlueGrey.</summary>
    public static class BlueGrey
    {
        /// <summary>#ECEFF1.</summary>
        public static readonly Color Lighten5 = new(0xFFECEFF1);

        /// <summary>#CFD8DC.</summary>
        public static readonly Color Lighten4 = new(0xFFCFD8DC);

        /// <summary>#B0BEC5.</summary>
        public static readonly Color Lighten3 = new(0xFFB0BEC5);

        /// <summary>#90A4AE.</summary>
        public static readonly Color Lighten2 = new(0xFF90A4AE);

        /// <summary>#78909C.</summary>
        public static readonly Color Lighten1 = new(0xFF78909C);

        /// <summary>#607D8B.</summary>
        public static readonly Color Medium = new(0xFF607D8B);

        /// <summary>#546E7A.</summary>
        public static readonly Color Darken1 = new(0xFF546E7A);

        /// <summary>#455A64.</summary>
        public static readonly Color Darken2 = new(0xFF455A64);

        /// <summary>#37474F.</summary>
        public static readonly Color Darken3 = new(0xFF37474F);

        /// <summary>#263238.</summary>
        public static readonly Color Darken4 = new(0xFF263238);
    }

    /// <summary>Shades of Blue.</summary>
    public static class Blue
    {
        /// <summary>#E3F2FD.</summary>
        public static readonly Color Lighten5 = new(0xFFE3F2FD);

        /// <summary>#BBDEFB.</summary>
        public static readonly Color Lighten4 = new(0xFFBBDEFB);

        /// <summary>#90CAF9.</summary>
        public static readonly Color Lighten3 = new(0xFF90CAF9);

        /// <summary>#64B5F6.</summary>
        public static readonly Color Lighten2 = new(0xFF64B5F6);

        /// <summary>#42A5F5.</summary>
        public static readonly Color Lighten1 = new(0xFF42A5F5);

        /// <summary>#2196F3.</summary>
        public static readonly Color Medium = new(0xFF2196F3);

        /// <summary>#1E88E5.</summary>
        public static readonly Color Darken1 = new(0xFF1E88E5);

        /// <summary>#1976D2.</summary>
        public static readonly Color Darken2 = new(0xFF1976D2);

        /// <summary>#1565C0.</summary>
        public static readonly Color Darken3 = new(0xFF1565C0);

        /// <summary>#0D47A1.</summary>
        public static readonly Color Darken4 = new(0xFF0D47A1);
    }

    /// <summary>Shades of Red.</summary>
    public static class Red
    {
        /// <summary>#FFEBEE.</summary>
        public static readonly Color Lighten5 = new(0xFFFFEBEE);

        /// <summary>#FFCDD2.</summary>
        public static readonly Color Lighten4 = new(0xFFFFCDD2);

        /// <summary>#EF9A9A.</summary>
        public static readonly Color Lighten3 = new(0xFFEF9A9A);

        /// <summary>#E57373.</summary>
        public static readonly Color Lighten2 = new(0xFFE57373);

        /// <summary>#EF5350.</summary>
        public static readonly Color Lighten1 = new(0xFFEF5350);

        /// <summary>#F44336.</summary>
        public static readonly Color Medium = new(0xFFF44336);

        /// <summary>#E53935.</summary>
        public static readonly Color Darken1 = new(0xFFE53935);

        /// <summary>#D32F2F.</summary>
        public static readonly Color Darken2 = new(0xFFD32F2F);

        /// <summary>#C62828.</summary>
        public static readonly Color Darken3 = new(0xFFC62828);

        /// <summary>#B71C1C.</summary>
        public static readonly Color Darken4 = new(0xFFB71C1C);
    }

    /// <summary>Shades of Green.</summary>
    public static class Green
    {
        /// <summary>#E8F5E9.</summary>
        public static readonly Color Lighten5 = new(0xFFE8F5E9);

        /// <summary>#C8E6C9.</summary>
        public static readonly Color Lighten4 = new(0xFFC8E6C9);

        /// <summary>#A5D6A7.</summary>
        public static readonly Color Lighten3 = new(0xFFA5D6A7);

        /// <summary>#81C784.</summary>
        public static readonly Color Lighten2 = new(0xFF81C784);

        /// <summary>#66BB6A.</summary>
        public static readonly Color Lighten1 = new(0xFF66BB6A);

        /// <summary>#4CAF50.</summary>
        public static readonly Color Medium = new(0xFF4CAF50);

        /// <summary>#43A047.</summary>
        public static readonly Color Darken1 = new(0xFF43A047);

        /// <summary>#388E3C.</summary>
        public static readonly Color Darken2 = new(0xFF388E3C);

        /// <summary>#2E7D32.</summary>
        public static readonly Color Darken3 = new(0xFF2E7D32);

        /// <summary>#1B5E20.</summary>
        public static readonly Color Darken4 = new(0xFF1B5E20);
    }

    /// <summary>Shades of Orange.</summary>
    public static class Orange
    {
        /// <summary>#FFF3E0.</summary>
        public static readonly Color Lighten5 = new(0xFFFFF3E0);

        /// <summary>#FFE0B2.</summary>
        public static readonly Color Lighten4 = new(0xFFFFE0B2);

        /// <summary>#FFCC80.</summary>
        public static readonly Color Lighten3 = new(0xFFFFCC80);

        /// <summary>#FFB74D.</summary>
        public static readonly Color Lighten2 = new(0xFFFFB74D);

        /// <summary>#FFA726.</summary>
        public static readonly Color Lighten1 = new(0xFFFFA726);

        /// <summary>#FF9800.</summary>
        public static readonly Color Medium = new(0xFFFF9800);

        /// <summary>#FB8C00.</summary>
        public static readonly Color Darken1 = new(0xFFFB8C00);

        /// <summary>#F57C00.</summary>
        public static readonly Color Darken2 = new(0xFFF57C00);

        /// <summary>#EF6C00.</summary>
        public static readonly Color Darken3 = new(0xFFEF6C00);

        /// <summary>#E65100.</summary>
        public static readonly Color Darken4 = new(0xFFE65100);
    }
}
