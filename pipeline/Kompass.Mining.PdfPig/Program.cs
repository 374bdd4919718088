using Kompass.Mining.PdfPig;

return Server.Run(Console.In, Console.OpenStandardOutput());
