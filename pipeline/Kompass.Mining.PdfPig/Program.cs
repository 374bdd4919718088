using Kompass.Mining.PdfPig;

return Child.Run(args, Console.OpenStandardOutput(), Console.Error);
